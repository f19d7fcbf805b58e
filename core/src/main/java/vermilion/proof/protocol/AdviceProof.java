package vermilion.proof.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import vermilion.json.Json;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.protocol.Advice;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.Protocol;
import vermilion.schedule.MergedAdvice;
import vermilion.schedule.MergedAdvice.Stretch;
import vermilion.schedule.MergedAdvice.Treated;
import vermilion.time.Elapsed;

/// Decides that no advice of a protocol allows what another forbids at the same hour, that no
/// massage can be ordered for an hour at which it is to be left, and that of two treatments the
/// stricter advice counts.
///
/// Two pieces of advice are about the same thing when they have one id, or when one `includes` the
/// other, at first or further hand. Windows only begin and end at a few hours, and between two of
/// these nothing changes, so that the hours themselves decide all (H-33).
public final class AdviceProof {
  private static final String CONSISTENT =
      "no advice allows, and no order can ask for, what other advice says to avoid at that hour";

  private static final long END_SECONDS = MassageLimits.ENGINE_END_HOURS * Elapsed.SECONDS_PER_HOUR;

  private final Protocol protocol;
  private final Function<List<Treated>, List<Stretch>> merge;

  AdviceProof(Protocol protocol, Function<List<Treated>, List<Stretch>> merge) {
    this.protocol = protocol;
    this.merge = merge;
  }

  /// What was decided of a protocol's advice.
  public static Findings decide(Protocol protocol) {
    return new AdviceProof(protocol, MergedAdvice::of).findings();
  }

  Findings findings() {
    return contradictions().and(new AdviceMergeProof(merge).decide(protocol.advice()));
  }

  /// Something that may be done in a window.
  ///
  /// @param id the advice, or `massage`
  /// @param title what it is, in words
  /// @param from the first second
  /// @param until the first second after it
  private record Doing(String id, String title, long from, long until) {}

  private Findings contradictions() {
    var proved = new ArrayList<Proved>();
    var broken = new ArrayList<Counterexample>();
    var doings = doings();
    var states = 1L;
    for (var avoid : protocol.advice()) {
      if (!avoid.avoid()) {
        continue;
      }
      var included = included(avoid);
      for (var doing : doings) {
        if (included.contains(doing.id)) {
          states += hours(avoid, doing).size();
          contradiction(avoid, doing).ifPresent(broken::add);
        }
      }
    }
    if (broken.isEmpty()) {
      proved.add(new Proved(Property.ADVICE, CONSISTENT, states));
    }
    return new Findings(proved, broken, notices());
  }

  private List<Doing> doings() {
    var doings = new ArrayList<Doing>();
    for (var advice : protocol.advice()) {
      if (!advice.avoid()) {
        doings.add(
            new Doing(advice.id(), title(advice.id()), advice.from().seconds(), end(advice)));
      }
    }
    protocol
        .massage()
        .ifPresent(limits -> {
          var from = limits.earliestStartHours() * Elapsed.SECONDS_PER_HOUR;
          doings.add(new Doing(Advice.MASSAGE, "massage", from, END_SECONDS));
        });
    return doings;
  }

  /// The hours at which something begins or ends, in seconds.
  private static Set<Long> hours(Advice avoid, Doing doing) {
    return new TreeSet<>(List.of(avoid.from().seconds(), end(avoid), doing.from, doing.until));
  }

  private Optional<Counterexample> contradiction(Advice avoid, Doing doing) {
    for (var second : hours(avoid, doing)) {
      var avoided = avoid.from().seconds() <= second && second < end(avoid);
      if (avoided && doing.from <= second && second < doing.until) {
        return Optional.of(counterexample(avoid, doing, second));
      }
    }
    return Optional.empty();
  }

  private Counterexample counterexample(Advice avoid, Doing doing, long second) {
    var hour = new Elapsed(second).hours();
    var story =
        "Hour "
            + hour
            + ": "
            + doing.title
            + (doing.id.equals(Advice.MASSAGE) ? " may be ordered " : " is allowed ")
            + said(doing.from, doing.until)
            + ", although \""
            + title(avoid.id())
            + "\" is to be avoided "
            + said(avoid.from().seconds(), end(avoid))
            + " and includes it.";
    var situation =
        Json.object().put("hour", hour).put("does", doing.id).put("avoids", avoid.id()).build();
    return new Counterexample(
        Property.ADVICE, CONSISTENT, story, List.of(avoid.id(), doing.id), situation);
  }

  /// What an advice is about: itself, and all that it includes.
  private Set<String> included(Advice first) {
    Set<String> ids = new HashSet<>();
    var left = new ArrayDeque<String>();
    left.add(first.id());
    while (!left.isEmpty()) {
      var id = left.remove();
      if (ids.add(id)) {
        for (var advice : protocol.advice()) {
          if (advice.id().equals(id)) {
            left.addAll(advice.includes());
          }
        }
      }
    }
    return ids;
  }

  /// What is allowed and worth knowing: a massage whose start no advice holds, and a thing that is
  /// free by its own window and not by that of what includes it.
  private List<String> notices() {
    var notices = new ArrayList<String>();
    var held = protocol.massage().isEmpty();
    for (var avoid : protocol.advice()) {
      if (avoid.avoid()) {
        var included = included(avoid);
        held |= included.contains(Advice.MASSAGE);
        for (var other : protocol.advice()) {
          if (other.avoid() && included.contains(other.id()) && end(other) < end(avoid)) {
            notices.add(
                title(other.id())
                    + " is to be avoided "
                    + said(other.from().seconds(), end(other))
                    + ", and \""
                    + title(avoid.id())
                    + "\", which includes it, "
                    + said(avoid.from().seconds(), end(avoid)));
          }
        }
      }
    }
    if (!held) {
      notices.add("no advice to avoid something includes massage: its start is held by nothing");
    }
    return notices;
  }

  private String title(String id) {
    return protocol.texts().isEmpty()
        ? id
        : protocol.texts().getFirst().find("advice." + id + ".title").orElse(id);
  }

  private static long end(Advice advice) {
    return advice.until().isPresent() ? advice.until().get().seconds() : Long.MAX_VALUE;
  }

  private static String said(long from, long until) {
    var words = "from hour " + new Elapsed(from).hours();
    return until == Long.MAX_VALUE ? words : words + " until hour " + new Elapsed(until).hours();
  }
}
