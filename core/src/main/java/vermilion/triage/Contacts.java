package vermilion.triage;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// Counts how often a patient has come back about the same thing: the second time weighs more, the
/// third brings a human [S15] [S22] (H-1).
final class Contacts {

  /// Contacts about one concern this close to the first of them are one: the app, then the call
  /// that it asked for.
  static final long ONE_CONTACT_SECONDS = 60 * 60;

  private static final long DAY_SECONDS = 24 * 60 * 60;
  private static final long OCCLUSION_SECONDS = 72 * 60 * 60;

  private final Situation now;
  private final int historyCount;
  private final boolean onlyMildBruise;
  private final List<Assessment.Raise> raises = new ArrayList<>();
  private Urgency level;

  private Contacts(Situation now, int historyCount, boolean onlyMildBruise, Urgency level) {
    this.now = now;
    this.historyCount = historyCount;
    this.onlyMildBruise = onlyMildBruise;
    this.level = level;
  }

  /// The level of a contact, and what raised it.
  record Outcome(Urgency level, List<Assessment.Raise> raises) {}

  /// Raises the level that the rules gave a contact.
  ///
  /// @param now the contact
  /// @param historyCount how many entries of its history came before it
  /// @param found what it is counted about, and whether it tells of nothing but a mild bruise
  /// @param level what the rules say
  static Outcome weigh(Situation now, int historyCount, Assessment.Trace found, Urgency level) {
    Contacts contacts = new Contacts(now, historyCount, found.onlyMildBruise(), level);
    for (Concern concern : Concern.values()) {
      if ((found.counted() & (1 << concern.ordinal())) != 0) {
        contacts.weigh(concern, level);
      }
    }
    return new Outcome(contacts.level, List.copyOf(contacts.raises));
  }

  private void weigh(Concern concern, Urgency byRules) {
    Tally day = streak(concern, DAY_SECONDS);
    if (day.contacts >= 2) {
      raise(Urgency.SOON.worse(byRules.raisedUpTo(Urgency.URGENT)));
      raises.add(new Assessment.Raise(Assessment.Reason.SECOND_CONTACT, concern));
    }
    if (day.contacts >= 3) {
      raise(Urgency.SAME_DAY);
      raises.add(new Assessment.Raise(Assessment.Reason.THIRD_CONTACT, concern));
    }
    if (concern == Concern.OCCLUSION) {
      Tally days = streak(concern, OCCLUSION_SECONDS);
      if (days.contacts >= 2) {
        raise(days.allMildBruises ? Urgency.SAME_DAY : Urgency.URGENT);
        raises.add(new Assessment.Raise(Assessment.Reason.OCCLUSION_AGAIN, concern));
      }
    }
  }

  private void raise(Urgency other) {
    level = level.worse(other);
  }

  /// The separate contacts about a concern within a span before now, this one with them. Where the
  /// span begins amid a run of contacts, a group may begin with any of those before it; the way
  /// that counts most is taken, so that one more contact never makes them fewer.
  private Tally streak(Concern concern, long withinSeconds) {
    long since = now.atSecond() - withinSeconds;
    Tally most = tally(concern, since, -1);
    for (int i = 0; i < historyCount; i++) {
      Past past = now.history().at(i);
      boolean near = past.atSecond() < since && since - past.atSecond() <= ONE_CONTACT_SECONDS;
      if (near && past.isContactAbout(concern.ordinal())) {
        most = most.and(tally(concern, since, i));
      }
    }
    return most;
  }

  /// @param beginning the one contact before the span that counts, or -1
  private Tally tally(Concern concern, long since, int beginning) {
    Streak streak = new Streak(since);
    for (int i = 0; i < historyCount; i++) {
      Past past = now.history().at(i);
      if (past.report() == Report.ANSWERED) {
        streak.close();
      } else if (past.isContactAbout(concern.ordinal())
          && (past.atSecond() >= since || i == beginning)) {
        streak.contact(past.atSecond(), past.onlyMildBruise());
      }
    }
    streak.contact(now.atSecond(), onlyMildBruise);
    streak.close();
    return new Tally(streak.contacts, streak.allMildBruises);
  }

  /// How many contacts, and whether all of them tell of nothing but a mild bruise.
  private record Tally(int contacts, boolean allMildBruises) {
    Tally and(Tally other) {
      return new Tally(Math.max(contacts, other.contacts), allMildBruises && other.allMildBruises);
    }
  }

  /// Groups contacts in the order of time.
  private static final class Streak {

    private final long sinceSecond;
    private int contacts;
    private boolean allMildBruises = true;
    private boolean open;
    private long firstSecond;
    private long lastSecond;
    private boolean groupMildBruises;

    Streak(long sinceSecond) {
      this.sinceSecond = sinceSecond;
    }

    void contact(long second, boolean mildBruise) {
      if (open && second - firstSecond > ONE_CONTACT_SECONDS) {
        close();
      }
      if (!open) {
        open = true;
        firstSecond = second;
        groupMildBruises = true;
      }
      lastSecond = second;
      groupMildBruises &= mildBruise;
    }

    void close() {
      if (open && lastSecond >= sinceSecond) {
        contacts++;
        allMildBruises &= groupMildBruises;
      }
      open = false;
    }
  }
}
