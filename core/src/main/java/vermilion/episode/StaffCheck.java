package vermilion.episode;

import java.time.Duration;
import java.time.Instant;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.protocol.Order;
import vermilion.protocol.OrderCheck;
import vermilion.time.UtcText;

/// Judges what only staff may send.
///
/// @param hours when the clinic is open
record StaffCheck(ClinicHours hours) implements EventCheck {

  private static final Duration LATEST_REVIEW = Duration.ofDays(366);

  @Override
  public void check(Episode episode, EpisodeEvent event, Instant now, Refusals refusals) {
    Standing standing = episode.at(now, hours);
    switch (event) {
      case EpisodeEvent.OrderSigned e -> {
        Decider.checkPlanChange(episode, refusals);
        checkOrder(episode, e.order(), refusals);
      }
      case EpisodeEvent.OrderStopped _ ->
          refusals.unless(
              episode.order().isPresent(), "order-stopped", "an order to stop: none is in force");
      case EpisodeEvent.HoldLifted _ ->
          refusals.unless(standing.held(), "hold-lifted", "a hold to lift: none is in force");
      case EpisodeEvent.LevelLowered e -> checkLowering(standing, e, refusals);
      case EpisodeEvent.Acknowledged e -> checkAlert(standing, e.alert(), refusals);
      case EpisodeEvent.LeaveAnswered e -> checkLeave(standing.leaving(), e.leave(), refusals);
      case CareEvent e -> checkCare(standing, e, refusals);
      default -> throw new IllegalArgumentException(event.type() + " is not of staff alone");
    }
  }

  private static void checkLeave(Leaving leaving, Leave leave, Refusals refusals) {
    if (leaving.requests().stream().noneMatch(one -> one.leave() == leave && one.waits())) {
      refusals.add("leave", leave.id(), "a way of leaving that waits for an answer");
    }
  }

  private static void checkAlert(Standing standing, String alert, Refusals refusals) {
    if (standing.alerts().stream().noneMatch(state -> state.alert().id().equals(alert))) {
      refusals.add("alert", alert, "the id of an open alert");
    }
  }

  private static void checkCare(Standing standing, CareEvent event, Refusals refusals) {
    if (event instanceof CareEvent.TakenOver) {
      refusals.unless(!standing.alerts().isEmpty(), event.type(), "an open alert to look after");
    } else if (event instanceof CareEvent.ReviewCancelled) {
      refusals.unless(standing.care().isBooked(), event.type(), "a review to cancel");
    } else if (event instanceof CareEvent.ReviewBooked(Instant time, _, _)
        && !isAhead(time, standing.now())) {
      refusals.add("time", UtcText.of(time), "an instant ahead, within a year");
    }
  }

  private static boolean isAhead(Instant time, Instant now) {
    return time.isAfter(now) && !time.isAfter(now.plus(LATEST_REVIEW));
  }

  static void checkOrder(Episode episode, Order order, Refusals refusals) {
    boolean risk =
        episode.knows(RecordFact.BLOOD_THINNER) || episode.knows(RecordFact.OLDER_FILLER);
    OrderCheck check =
        OrderCheck.check(
            episode.guideline().protocol().massage(),
            episode.opened().treatment().filler(),
            risk,
            order);
    if (check instanceof OrderCheck.Refused refused) {
      for (OrderCheck.Broken broken : refused.broken()) {
        refusals.add("order." + broken.limit(), broken.value(), broken.allowed());
      }
    }
  }

  private static void checkLowering(
      Standing standing, EpisodeEvent.LevelLowered event, Refusals refusals) {
    AlertClock.State state = null;
    for (AlertClock.State one : standing.alerts()) {
      if (one.alert().concern() == event.concern()) {
        state = one;
      }
    }
    if (state == null || event.concern() == Concern.SILENCE) {
      refusals.add("concern", event.concern().id(), "a concern with an open alert");
      return;
    }
    if (state.level() == Urgency.EMERGENCY) {
      refusals.add("level", event.level().id(), "nothing: an emergency is never lowered");
      return;
    }
    if (event.level().atLeast(state.level())) {
      refusals.add("level", event.level().id(), "a level below " + state.level().id());
    }
    boolean urgent = state.level() == Urgency.URGENT;
    if (urgent && !event.seen()) {
      refusals.add("seen", "false", "true: urgent is lowered only after seeing the patient");
    }
    Duration most = urgent ? Decider.LOWERED_URGENT : Decider.LOWERED;
    if (!event.until().isAfter(standing.now())
        || event.until().isAfter(standing.now().plus(most))) {
      refusals.add(
          "until",
          UtcText.of(event.until()),
          "an instant within " + most.toHours() + " h of now, " + UtcText.of(standing.now()));
    }
  }
}
