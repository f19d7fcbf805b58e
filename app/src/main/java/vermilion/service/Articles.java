package vermilion.service;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The articles of an install, in the order in which a list shows them.
///
/// @param all every article
public record Articles(List<Article> all) {

  /// No articles at all.
  public static final Articles NONE = new Articles(List.of());

  /// Sorts the articles.
  public Articles {
    all =
        all.stream()
            .sorted(
                Comparator.comparingInt((Article one) -> one.lead().order())
                    .thenComparing(Article::slug))
            .toList();
  }

  /// The article of this name.
  public Optional<Article> find(String slug) {
    return all.stream().filter(one -> one.slug().equals(slug)).findFirst();
  }

  /// The article that answers the questions of a day after treatment.
  public Optional<Article> forDay(int day) {
    return all.stream()
        .filter(one -> one.days().filter(days -> days.include(day)).isPresent())
        .findFirst();
  }

  /// The day on which the newest of them changed.
  public Optional<LocalDate> updated() {
    return all.stream().map(one -> one.dates().updated()).max(Comparator.naturalOrder());
  }
}
