package vermilion.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermilion.episode.Episode;
import vermilion.faults.Finding.Kind;
import vermilion.faults.History.Answer;
import vermilion.faults.History.Attempt;
import vermilion.faults.History.Opening;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// Compares what clients were told with what is there afterwards. It knows nothing of how the
/// product does it: it reads the history, the record and a fresh fold.
final class Checker {

  private final FreshFold fold;
  private final List<Finding> findings = new ArrayList<>();

  private Checker(FreshFold fold) {
    this.fold = fold;
  }

  /// Everything that is wrong; empty when every client was told the truth.
  ///
  /// @param seen what each node showed when all was quiet
  static List<Finding> check(History history, Kept kept, List<Seen> seen, FreshFold fold) {
    return new Checker(fold).check(history, kept, seen);
  }

  /// Where an event is.
  private record Place(String episode, Kept.Event event) {}

  private List<Finding> check(History history, Kept kept, List<Seen> seen) {
    checkChains(kept);
    Map<String, List<Place>> places = new LinkedHashMap<>();
    Set<String> firsts = checkOpenings(history.openings(), kept);
    for (Kept.Chain chain : kept.chains()) {
      for (Kept.Event event : chain.events()) {
        places
            .computeIfAbsent(event.id(), _ -> new ArrayList<>())
            .add(new Place(chain.episode(), event));
      }
    }
    Map<String, List<Attempt>> tries = new LinkedHashMap<>();
    history
        .attempts()
        .forEach(one -> tries.computeIfAbsent(one.event(), _ -> new ArrayList<>()).add(one));
    checkSent(tries, places);
    checkKept(tries, places, firsts);
    checkOrder(tries);
    checkRequests(history.attempts());
    Map<String, Episode> episodes = fold.episodes(kept);
    fold.lines(kept, episodes, findings);
    if (!kept.rebuilt().isEmpty()) {
      find(Kind.STALE_LINE, "", "rebuild --check ends with " + kept.rebuilt());
    }
    seen.forEach(one -> fold.views(one, episodes, findings));
    return List.copyOf(findings);
  }

  private void find(Kind kind, String where, String what) {
    findings.add(new Finding(kind, where, what));
  }

  private void checkChains(Kept kept) {
    long events = 0;
    Instant opened = Instant.MIN;
    for (Kept.Chain chain : kept.chains()) {
      if (chain.opened().isBefore(opened)) {
        find(Kind.TIME_GOES_BACK, chain.episode(), "opened " + chain.opened() + " after " + opened);
      }
      opened = chain.opened();
      Instant received = Instant.MIN;
      long seq = 0;
      for (Kept.Event event : chain.events()) {
        events++;
        if (event.seq() != ++seq) {
          find(Kind.HOLE, chain.episode(), "seq " + event.seq() + ", expected " + seq);
          seq = event.seq();
        }
        if (event.received().isBefore(received)) {
          find(
              Kind.TIME_GOES_BACK,
              chain.episode(),
              "seq " + seq + " at " + event.received() + " after " + received);
        }
        received = event.received();
      }
    }
    Optional<Kept.Walked> all = Optional.of(new Kept.Walked(kept.chains().size(), events));
    if (!kept.verified().equals(all)) {
      find(Kind.CHAIN_BROKEN, "", kept.verified() + " verified, " + all + " read; " + kept.found());
    }
  }

  /// The ids of the events by which episodes were opened.
  private Set<String> checkOpenings(List<Opening> openings, Kept kept) {
    Set<String> firsts = new HashSet<>();
    Map<Opening, String> known = new HashMap<>();
    for (Kept.Chain chain : kept.chains()) {
      Optional<Opening> opening =
          openings.stream().filter(one -> isOpeningOf(one, chain, firsts)).findFirst();
      if (opening.isEmpty()) {
        find(Kind.PHANTOM, chain.episode(), "an episode that nobody opened so");
        continue;
      }
      String other = known.putIfAbsent(opening.get(), chain.episode());
      if (other != null) {
        find(Kind.DOUBLED, chain.episode(), "opened by the same request as " + other);
      }
      Optional<String> told = opening.get().episode();
      if (told.isPresent() && !told.get().equals(chain.episode())) {
        find(Kind.WRONG_PLACE, chain.episode(), "the client was told " + told.get());
      }
    }
    for (Opening opening : openings) {
      if (opening.episode().isPresent() && !known.containsKey(opening)) {
        find(Kind.LOST, opening.episode().get(), "an episode that was opened");
      }
    }
    return firsts;
  }

  private static boolean isOpeningOf(Opening opening, Kept.Chain chain, Set<String> firsts) {
    List<Kept.Event> events = chain.events();
    int count = opening.events().size();
    boolean same = events.size() >= count;
    for (int i = 0; same && i < count; i++) {
      same = content(events.get(i).body()).equals(opening.events().get(i));
    }
    if (same) {
      events.subList(0, count).forEach(event -> firsts.add(event.id()));
    }
    return same;
  }

  /// A body without what the server makes of an opening: the id and the time.
  static String content(String body) {
    if (!(JsonText.read(body) instanceof JsonText.Reading.Value value)
        || !(value.value() instanceof Json.Obj object)) {
      return body;
    }
    List<Json.Member> members = new ArrayList<>();
    for (Json.Member member : object.members()) {
      if (!member.name().equals("id") && !member.name().equals("at")) {
        members.add(member);
      }
    }
    return new Json.Obj(members).text();
  }

  /// What clients were told of each event, against where it is.
  private void checkSent(Map<String, List<Attempt>> tries, Map<String, List<Place>> places) {
    tries.forEach((id, all) -> {
      Set<String> told = new HashSet<>();
      for (Attempt one : all) {
        Optional<Long> seq = one.answer().place();
        seq.ifPresent(place -> told.add(one.episode() + " seq " + place + " " + one.body()));
        seq.ifPresent(place -> checkThere(one, place, places.getOrDefault(id, List.of())));
      }
      long accepted = all.stream().filter(one -> one.answer() instanceof Answer.Accepted).count();
      if (told.size() > 1 || accepted > 1) {
        find(Kind.TOLD_TWO_THINGS, all.getFirst().episode(), id + " " + answers(all));
      }
    });
  }

  private static List<Answer> answers(List<Attempt> all) {
    return all.stream().map(Attempt::answer).toList();
  }

  private void checkThere(Attempt told, long seq, List<Place> places) {
    String where = told.episode();
    if (places.isEmpty()) {
      find(Kind.LOST, where, told.event() + " acknowledged at seq " + seq);
      return;
    }
    Kept.Event kept = places.getFirst().event();
    if (kept.seq() != seq || !places.getFirst().episode().equals(where)) {
      find(
          Kind.WRONG_PLACE,
          where,
          told.event()
              + " acknowledged at seq "
              + seq
              + " by "
              + told.request().node()
              + ", is at "
              + places.getFirst().episode()
              + " seq "
              + kept.seq());
    }
    if (!kept.body().equals(told.body())) {
      find(Kind.CHANGED, where, told.event() + " sent " + told.body() + ", kept " + kept.body());
    }
  }

  /// What is there, against what anybody sent.
  private void checkKept(
      Map<String, List<Attempt>> tries, Map<String, List<Place>> places, Set<String> firsts) {
    places.forEach((id, all) -> {
      if (all.size() > 1) {
        find(Kind.DOUBLED, all.getFirst().episode(), id + " is at " + seqs(all));
      }
      List<Attempt> sent = tries.getOrDefault(id, List.of());
      for (Place place : all) {
        if (!firsts.contains(id)) {
          checkSentBy(place, sent);
        }
      }
    });
  }

  private static List<Long> seqs(List<Place> all) {
    return all.stream().map(place -> place.event().seq()).toList();
  }

  private void checkSentBy(Place place, List<Attempt> sent) {
    Kept.Event event = place.event();
    String what = event.id() + " at seq " + event.seq();
    List<Attempt> there =
        sent.stream().filter(one -> one.episode().equals(place.episode())).toList();
    List<Attempt> same = there.stream().filter(one -> one.body().equals(event.body())).toList();
    if (there.isEmpty()) {
      find(Kind.PHANTOM, place.episode(), what);
    } else if (same.isEmpty()) {
      find(Kind.CHANGED, place.episode(), what + " is " + event.body());
    } else if (same.stream().allMatch(one -> one.answer() instanceof Answer.Refused)) {
      find(Kind.REFUSED_BUT_KEPT, place.episode(), what + " " + answers(same));
    }
  }

  /// When one event is known of: from its first sending on it may be there, from its first
  /// acknowledgement on it must.
  private record Known(String id, String episode, long seq, long firstSent, long firstTold) {
    static Optional<Known> of(String id, List<Attempt> tries) {
      long sent = Long.MAX_VALUE;
      long told = Long.MAX_VALUE;
      long seq = 0;
      for (Attempt one : tries) {
        sent = Math.min(sent, one.request().when().sentNanos());
        if (one.answer().place().isPresent()) {
          told = Math.min(told, one.request().when().answeredNanos());
          seq = one.answer().place().get();
        }
      }
      return seq == 0
          ? Optional.empty()
          : Optional.of(new Known(id, tries.getFirst().episode(), seq, sent, told));
    }
  }

  /// Whoever was acknowledged before another one was sent stands before it.
  private void checkOrder(Map<String, List<Attempt>> tries) {
    Map<String, List<Known>> known = new HashMap<>();
    tries.forEach((id, all) ->
        Known.of(id, all)
            .ifPresent(
                one -> known.computeIfAbsent(one.episode(), _ -> new ArrayList<>()).add(one)));
    known.forEach((episode, all) -> {
      all.sort(Comparator.comparingLong(Known::seq).reversed());
      Optional<Known> earliest = Optional.empty();
      for (Known one : all) {
        if (earliest.isPresent() && earliest.get().firstTold() < one.firstSent()) {
          find(Kind.OUT_OF_ORDER, episode, earliest.get() + " was told before sending " + one);
        }
        if (earliest.isEmpty() || one.firstTold() < earliest.get().firstTold()) {
          earliest = Optional.of(one);
        }
      }
    });
  }

  /// Events that one request brought stand in its order.
  private void checkRequests(List<Attempt> attempts) {
    Map<Long, Attempt> last = new HashMap<>();
    for (Attempt one : attempts) {
      if (one.answer() instanceof Answer.Accepted accepted) {
        Attempt before = last.put(one.request().number(), one);
        if (before != null && before.answer().place().orElseThrow() >= accepted.seq()) {
          find(Kind.OUT_OF_ORDER, one.episode(), before + " went before " + one);
        }
      }
    }
  }
}
