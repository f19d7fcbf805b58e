package vermilion.episode;

import java.time.Instant;
import java.util.Map;
import vermilion.clinical.Questions;

/// An event in its place in the record.
///
/// @param seq its place in the episode, from 1 without gaps
/// @param id the UUID that was made where the event was made; the same id twice is one event
/// @param at when it happened, by the clock of whoever made it
/// @param received when the server had it; never earlier than that of the entry before
/// @param by who wrote it
/// @param event what happened
public record Entry(
    long seq, String id, Instant at, Instant received, Author by, EpisodeEvent event) {

  /// How far two clocks may differ before both are evaluated, in seconds (clinical brief 1).
  public static final long CLOCKS_AGREE_SECONDS = 600;

  /// When it counts as given: by the maker's clock, but never after it was received.
  public Instant moment() {
    return at.isAfter(received) ? received : at;
  }

  /// The same entry, the words of a protocol in its answers being the protocol's own: thousands of
  /// check-ins share them in memory.
  Entry inWordsOf(Questions protocol) {
    EpisodeEvent same =
        switch (event) {
          case EpisodeEvent.CheckedIn e ->
              new EpisodeEvent.CheckedIn(e.form(), e.complete(), inWordsOf(e.answers(), protocol));
          case EpisodeEvent.Contacted e ->
              new EpisodeEvent.Contacted(
                  e.form(),
                  e.complete(),
                  inWordsOf(e.answers(), protocol),
                  e.concern(),
                  e.text(),
                  e.called());
          case EpisodeEvent.MassageEnded e ->
              new EpisodeEvent.MassageEnded(
                  e.seconds(), e.stopped(), inWordsOf(e.answers(), protocol));
          case EpisodeEvent other -> other;
        };
    return new Entry(seq, id, at, received, by, same);
  }

  private static Map<String, String> inWordsOf(Map<String, String> answers, Questions protocol) {
    return GivenAnswers.of(answers).inWordsOf(protocol);
  }

  /// Whether the two clocks are more than ten minutes apart.
  public boolean clocksDisagree() {
    return Math.abs(at.getEpochSecond() - received.getEpochSecond()) > CLOCKS_AGREE_SECONDS;
  }
}
