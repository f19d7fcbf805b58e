package vermilion.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Those who asked for news, and of what they were told. They are erased as patients are, by
/// [Journal#destroyKey].
public interface Subscribers {

  /// Whoever has the address of this keyed hash.
  Optional<Subscriber> find(String clinic, String lookup);

  /// Keeps somebody who is not confirmed, new or as she asks again, and the mail that asks her, in
  /// one transaction; `false` when the address was taken meanwhile or the store is too busy.
  boolean ask(String clinic, Subscriber asking, Mail question);

  /// Makes her a subscriber; `false` when there is nobody of this id, or the store is too busy. For
  /// one who is confirmed nothing changes.
  boolean confirm(String clinic, UUID id, Instant at);

  /// Whether she is there, confirmed or not.
  boolean knows(String clinic, UUID id);

  /// How many there are, and how many asked lately and are not confirmed.
  Counts counts(String clinic, Instant since);

  /// Those who asked before an instant and never confirmed.
  List<UUID> silent(String clinic, Instant askedBefore, int most);

  /// The confirmed ones of a language in the order of their ids, after one of them.
  List<Subscriber> confirmed(String clinic, String language, Page page);

  /// Of which articles they were told, as of which day.
  Map<String, LocalDate> announced(String clinic);

  /// Notes that they were told of an article.
  void announced(String clinic, String article, LocalDate updated);

  /// A part of a list.
  ///
  /// @param after the last id before it; empty text: from the first
  /// @param most how many
  record Page(String after, int most) {}

  /// How many.
  ///
  /// @param confirmed who get news
  /// @param asking who asked since, and are not confirmed
  record Counts(long confirmed, long asking) {}
}
