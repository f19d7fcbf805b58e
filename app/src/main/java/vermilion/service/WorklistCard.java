package vermilion.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.AlertClock;
import vermilion.episode.Assessed;
import vermilion.episode.Confidant;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Leave;
import vermilion.episode.Leaving;
import vermilion.episode.Standing;
import vermilion.episode.Treatment;

/// All that a line of the worklist shows of an episode, so that nobody has to open the episode to
/// show it. Holds ids and instants: words and "how long since" are made when it is shown.
///
/// @param person who
/// @param injected what she was given
/// @param held whether her massage is held
/// @param alerts what waits for a human, most urgent first
/// @param left how she leaves, and what of it waits; of this and of the alerts there is one at
///   least
/// @param why what was reported behind the first alert
/// @param pain the pain that she told in the last 72 hours before her newest answer
/// @param callable the helpers of hers whom the clinic may call
/// @param latest how far the record goes that this was made from, and what was done in it
public record WorklistCard(
    Person person,
    Injected injected,
    boolean held,
    List<Waiting> alerts,
    Left left,
    Reported why,
    List<Pain> pain,
    List<Callable> callable,
    Latest latest) {

  /// The card of a patient who lets nobody be called.
  public WorklistCard(
      Person person,
      Injected injected,
      boolean held,
      List<Waiting> alerts,
      Left left,
      Reported why,
      List<Pain> pain) {
    this(person, injected, held, alerts, left, why, pain, List.of(), Latest.NONE);
  }

  /// How far back the pain of a line goes.
  private static final Duration SHOWN = Duration.ofDays(3);

  /// Copies the lists.
  public WorklistCard {
    alerts = List.copyOf(alerts);
    pain = List.copyOf(pain);
    callable = List.copyOf(callable);
  }

  /// Who a line is about, and where the words for her are.
  ///
  /// @param name her name
  /// @param language what she reads
  /// @param protocol what she is followed up by
  /// @param version the exact version
  public record Person(String name, String language, String protocol, int version) {}

  /// What was injected.
  ///
  /// @param at the end of the injection
  /// @param product the product, or the filler family where nobody wrote one
  /// @param volumeMl how much; may be empty
  /// @param lot the lot; may be empty
  public record Injected(Instant at, String product, String volumeMl, String lot) {}

  /// An alert that waits.
  ///
  /// @param id its id within the episode
  /// @param concern about what
  /// @param level how urgent it has become
  /// @param rules the rules behind it
  /// @param times its clock
  /// @param marks what humans did about it
  public record Waiting(
      String id, Concern concern, Urgency level, List<String> rules, Clock times, Marks marks) {
    /// Copies the rules.
    public Waiting {
      rules = List.copyOf(rules);
    }
  }

  /// How a patient leaves.
  ///
  /// @param stopped whether she is asked nothing any more
  /// @param waiting what of it waits for the clinic
  public record Left(boolean stopped, List<Asked> waiting) {
    /// She has not left.
    public static final Left NOT = new Left(false, List.of());

    /// Copies the list.
    public Left {
      waiting = List.copyOf(waiting);
    }

    static Left of(Leaving leaving) {
      List<Asked> waiting = new ArrayList<>();
      for (Leaving.Request one : leaving.waiting()) {
        waiting.add(new Asked(one.leave(), one.asked(), one.overdue()));
      }
      return new Left(leaving.stopped().isPresent(), waiting);
    }
  }

  /// A way of leaving that waits for the clinic.
  ///
  /// @param leave in which way
  /// @param at since when
  /// @param overdue whether the clinic has let its time pass
  public record Asked(Leave leave, Instant at, boolean overdue) {}

  /// The clock of an alert.
  ///
  /// @param since when it reached its level
  /// @param opened when it was raised
  /// @param actBy when a human has to have acted; empty once one has
  /// @param goAt when the patient goes to the emergency department
  /// @param overdue whether a deadline has passed; when one will, the line is written anew
  public record Clock(
      Instant since,
      Instant opened,
      Optional<Instant> actBy,
      Optional<Instant> goAt,
      boolean overdue) {}

  /// What humans did about an alert.
  ///
  /// @param reported whether an answer from her side is behind it, so that she was told on her
  ///   screen
  /// @param recorded whether staff recorded what is behind it, as in a call
  /// @param seenBy who has seen it
  /// @param seenAt when
  /// @param answeredAt when somebody answered her
  public record Marks(
      boolean reported,
      boolean recorded,
      Optional<String> seenBy,
      Optional<Instant> seenAt,
      Optional<Instant> answeredAt) {}

  /// A helper whom the clinic may call.
  ///
  /// @param name a first name
  /// @param phone the number
  public record Callable(String name, String phone) {}

  /// What a form on the line has to know, and who has done what.
  ///
  /// @param seq the place of the last event; 0 on a card that does not say
  /// @param photo the id of her newest photo that is kept
  /// @param care who looks after her, who rang, when somebody sees her
  public record Latest(long seq, Optional<String> photo, CareCard care) {
    /// Not said.
    public static final Latest NONE = new Latest(0, Optional.empty(), CareCard.NONE);

    static Latest of(Episode episode, Standing standing) {
      Optional<String> photo =
          episode.entries().reversed().stream()
              .filter(entry ->
                  entry.event() instanceof EpisodeEvent.PhotoTaken taken
                      && taken.picture().isPresent())
              .map(Entry::id)
              .findFirst();
      return new Latest(episode.seq(), photo, CareCard.of(standing.care()));
    }
  }

  /// The pain that was told in one answer.
  ///
  /// @param seconds since the treatment
  /// @param level 0 to 10
  public record Pain(long seconds, int level) {}

  /// The card of an episode that somebody waits for.
  public static WorklistCard of(Episode episode, Standing standing) {
    Treatment treatment = episode.opened().treatment();
    List<Waiting> alerts = new ArrayList<>();
    for (AlertClock.State state : standing.alerts()) {
      alerts.add(waiting(episode, state));
    }
    return new WorklistCard(
        new Person(
            episode.opened().patient().name(),
            episode.opened().patient().language(),
            episode.opened().protocol(),
            episode.opened().protocolVersion()),
        new Injected(
            treatment.at(),
            treatment.product().isEmpty() ? treatment.filler().id() : treatment.product(),
            treatment.volumeMl(),
            treatment.lot()),
        standing.held(),
        alerts,
        Left.of(standing.leaving()),
        alerts.isEmpty()
            ? new Reported(Map.of(), List.of())
            : Reported.of(episode, standing.alerts().getFirst().alert()),
        lastHours(pain(episode)),
        callable(episode),
        Latest.of(episode, standing));
  }

  /// The helpers of hers whom the clinic may call.
  public static List<Callable> callable(Episode episode) {
    List<Callable> all = new ArrayList<>();
    for (Confidant one : episode.confidants()) {
      one.phone()
          .filter(_ -> one.may(Confidant.Right.CALL))
          .ifPresent(phone -> all.add(new Callable(one.name(), phone)));
    }
    return all;
  }

  /// The pain that was told in an episode, in order of time.
  public static List<Pain> pain(Episode episode) {
    List<Pain> pain = new ArrayList<>();
    Instant treated = episode.opened().treatment().at();
    for (Assessed one : episode.assessed()) {
      int place = one.sheet().questions().placeOf("pain");
      Optional<String> value = place < 0 ? Optional.empty() : one.sheet().valueAt(place);
      value
          .filter(said -> !said.equals("unsure"))
          .ifPresent(said ->
              pain.add(
                  new Pain(
                      Duration.between(treated, one.entry().moment()).toSeconds(),
                      Integer.parseInt(said))));
    }
    pain.sort(Comparator.comparingLong(Pain::seconds));
    return pain;
  }

  private static List<Pain> lastHours(List<Pain> pain) {
    if (pain.isEmpty()) {
      return pain;
    }
    long from = pain.getLast().seconds() - SHOWN.toSeconds();
    return pain.stream().filter(one -> one.seconds() >= from).toList();
  }

  private static Waiting waiting(Episode episode, AlertClock.State state) {
    List<Long> seqs = state.alert().seqs();
    boolean hers =
        !seqs.isEmpty()
            && episode
                .assessed(seqs.getLast())
                .filter(one -> one.entry().by().isHers())
                .isPresent();
    return new Waiting(
        state.alert().id(),
        state.alert().concern(),
        state.level(),
        state.alert().rules(),
        new Clock(
            state.since(), state.alert().opened(), state.actBy(), state.goAt(), state.overdue()),
        new Marks(
            hers,
            !seqs.isEmpty() && !hers,
            state.alert().seen().map(ack -> ack.by()),
            state.alert().seen().map(ack -> ack.at()),
            state.alert().answered().map(ack -> ack.at())));
  }
}
