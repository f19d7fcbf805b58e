package vermilion.service;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Urgency;
import vermilion.episode.Author;
import vermilion.episode.CareEvent;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;

/// What somebody knew who decided: the record up to an event. What came later and would have
/// counted has to be read first, so that nobody overwrites what she has not seen (decision 33).
///
/// @param seq the place of the last event that was on the page
public record Basis(long seq) {

  /// Of a program that looks for itself.
  static final Basis ANY = new Basis(Long.MAX_VALUE);

  /// How much of what came meanwhile counts for an event.
  private enum Needs {
    /// What a patient said or asks for is taken whatever else happened.
    NOTHING,
    /// The safe direction: only that somebody else has just done the same.
    ORDERS,
    /// A mark or words: what others did, and what was reported that waits for a human.
    CARE,
    /// A decision about her: everything.
    ALL
  }

  /// What came after this by others that counts for what is to be done, in order.
  List<Entry> news(Episode episode, Author author, List<EventCodec.Sent> events) {
    Needs most = Needs.NOTHING;
    for (EventCodec.Sent sent : events) {
      Needs one = needs(sent.event());
      most = one.compareTo(most) > 0 ? one : most;
    }
    List<Entry> news = new ArrayList<>();
    if (seq >= episode.seq()) {
      return news;
    }
    for (Entry entry : episode.entries().subList((int) Math.max(0, seq), (int) episode.seq())) {
      if (!entry.by().equals(author) && counts(most, entry, episode)) {
        news.add(entry);
      }
    }
    return news;
  }

  private static Needs needs(EpisodeEvent event) {
    return switch (event) {
      case EpisodeEvent.OrderStopped _ -> Needs.ORDERS;
      case EpisodeEvent.Acknowledged _, EpisodeEvent.MessageSent _ -> Needs.CARE;
      case CareEvent.TakenOver _, CareEvent.Rang _ -> Needs.CARE;
      case EpisodeEvent.RemindersSet _, EpisodeEvent.ConfidantEnded _ -> Needs.NOTHING;
      case EpisodeEvent.Contacted _, EpisodeEvent.CheckedIn _ -> Needs.NOTHING;
      default -> Needs.ALL;
    };
  }

  private static boolean counts(Needs needs, Entry entry, Episode episode) {
    return switch (needs) {
      case NOTHING -> false;
      case ORDERS ->
          entry.event() instanceof EpisodeEvent.OrderSigned
              || entry.event() instanceof EpisodeEvent.OrderStopped;
      case CARE -> isByStaff(entry) || isReport(entry, episode);
      case ALL ->
          !(entry.event() instanceof EpisodeEvent.RemindersSet
              || entry.event() instanceof EpisodeEvent.Opened);
    };
  }

  private static boolean isByStaff(Entry entry) {
    return entry.by().role() == Author.Role.CLINICIAN
        && !(entry.event() instanceof EpisodeEvent.Opened);
  }

  private static boolean isReport(Entry entry, Episode episode) {
    return episode
        .assessed(entry.seq())
        .filter(one -> one.level().atLeast(Urgency.SOON))
        .isPresent();
  }
}
