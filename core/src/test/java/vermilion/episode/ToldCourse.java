package vermilion.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.json.Json;

/// A random course of one patient, as a server has decided it, and what her phone then sends.
///
/// @param episode what the server has
/// @param hours when the clinic is open
/// @param now when the phone heard of it
/// @param sent what the phone sends afterwards, in order
public record ToldCourse(Episode episode, ClinicHours hours, Instant now, List<Sent> sent) {
  private static final int MOST_EVENTS = 30;
  private static final int SENT = 8;

  /// One event of the phone.
  ///
  /// @param text as it is posted
  /// @param at when
  public record Sent(String text, Instant at) {}

  /// Tells one.
  public static ToldCourse tell(SplittableRandom random) {
    EventMaker maker = new EventMaker(random);
    Decider decider = new Decider(Course.HOURS);
    Instant now = Course.TREATED.plusMillis(random.nextInt(1000));
    EventCodec.Sent opening = new EventCodec.Sent(maker.uuid(), now, maker.opened());
    Decision opened = decider.open(BriefProtocol.GUIDELINE, opening, Course.NURSE, now);
    Episode episode = ((Decision.Accepted) opened).after();
    for (int i = random.nextInt(MOST_EVENTS); i > 0; i--) {
      now = later(now, random);
      EventCodec.Sent sent = next(maker, episode, now, random);
      for (Author by : List.of(Course.PATIENT, Course.NURSE, Course.SERVICE)) {
        if (decider.decide(episode, sent, by, now) instanceof Decision.Accepted accepted) {
          episode = accepted.after();
          break;
        }
      }
    }
    Episode heard = episode;
    Instant hearing = now;
    List<Sent> sent = new ArrayList<>();
    for (int i = 0; i < SENT; i++) {
      now = later(now, random);
      EventCodec.Sent one = next(maker, episode, now, random);
      sent.add(new Sent(posted(one), now));
      if (decider.decide(episode, one, Course.PATIENT, now) instanceof Decision.Accepted accepted) {
        episode = accepted.after();
      }
      if (maker.chance(10)) {
        sent.add(new Sent(posted(one), now));
      }
    }
    return new ToldCourse(heard, Course.HOURS, hearing, List.copyOf(sent));
  }

  /// A course with two helpers, Sam who may answer and Kim who may be called, and with words of
  /// every kind that are between her and the clinic: none of them holds another word than
  /// "private".
  public static ToldCourse helped() {
    Course course = Course.begun().hour(6).order(Course.USUAL);
    course.by(Course.PATIENT, Course.letIn("Sam", Confidant.Right.LOOK, Confidant.Right.ANSWER));
    course.by(Course.PATIENT, Course.letIn("Kim", Confidant.Right.CALL));
    course.by(Course.NURSE, new EpisodeEvent.MessageSent("private"));
    for (Author author : List.of(Course.PATIENT, Course.NURSE)) {
      course.minutesLater(1).by(author, worry("private"));
    }
    course.minutesLater(1).by(Course.HELPER, worry("written by Sam"));
    course.by(Course.PATIENT, new EpisodeEvent.LeaveAsked(Leave.CLINIC, Optional.of("private")));
    course.by(Course.NURSE, new EpisodeEvent.LeaveAnswered(Leave.CLINIC, "private"));
    course.by(
        Course.PATIENT,
        new EpisodeEvent.RemindersSet(ReminderWay.EMAIL, Optional.of("private@example.org")));
    course.hour(8);
    Map<String, String> pale = course.calmBut("full", "colour", "pale");
    course.by(
        Course.NURSE,
        new EpisodeEvent.Contacted("full", true, pale, Optional.empty(), Optional.empty()));
    return new ToldCourse(course.episode(), Course.HOURS, course.now(), List.of());
  }

  private static EpisodeEvent worry(String text) {
    return new EpisodeEvent.Contacted(
        Form.NONE, true, Map.of(), Optional.of(Concern.INFECTION), Optional.of(text));
  }

  /// The name of the patient in what was told.
  public static String patient() {
    return Course.PATIENT.name();
  }

  private static Instant later(Instant now, SplittableRandom random) {
    return now.plusMillis(
        switch (random.nextInt(10)) {
          case 0 -> 0;
          case 1, 2, 3 -> random.nextInt(1_200_000);
          case 4 -> -random.nextInt(4_000_000);
          case 5 -> random.nextLong(4 * 86_400_000L);
          default -> random.nextInt(9 * 3_600_000);
        });
  }

  private static EventCodec.Sent next(
      EventMaker maker, Episode episode, Instant now, SplittableRandom random) {
    Instant server = now.isBefore(episode.lastReceived()) ? episode.lastReceived() : now;
    EpisodeEvent event = maker.event(episode.at(server, Course.HOURS), episode);
    Duration skew =
        maker.chance(10) ? Duration.ofMinutes(random.nextInt(-3000, 3000)) : Duration.ZERO;
    return new EventCodec.Sent(maker.uuid(), now.plus(skew), event);
  }

  /// The event as a phone posts it: the body without what the server adds.
  private static String posted(EventCodec.Sent sent) {
    List<Json.Member> members = new ArrayList<>();
    for (Json.Member member : EventCodec.json(sent, Course.PATIENT).members()) {
      if (!member.name().equals("v") && !member.name().equals("by")) {
        members.add(member);
      }
    }
    return new Json.Obj(members).text();
  }
}
