package vermilion.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One article of a clinic's education pages, as it is shown to anybody.
///
/// @param slug names it in addresses and in the feed, for ever
/// @param lead what a list tells of it
/// @param dates when it first came and when it last changed
/// @param grade how well what it says is known
/// @param references the sources that it cites, in the order of their first mention
/// @param picture the drawing beside it
/// @param days the days after treatment whose questions it answers
/// @param html its body: made from text by us, so without anything that runs or loads
public record Article(
    String slug,
    Lead lead,
    Dates dates,
    EvidenceGrade grade,
    List<Reference> references,
    Optional<Picture> picture,
    Optional<Days> days,
    String html) {
  /// Copies the references.
  public Article {
    references = List.copyOf(references);
  }

  /// What a list tells of an article.
  ///
  /// @param title what it is called
  /// @param summary what it says, in one or two sentences
  /// @param language of all its words, as a tag such as en
  /// @param order where it stands in a list; the smallest first
  public record Lead(String title, String summary, String language, int order) {}

  /// When an article came and changed.
  ///
  /// @param published the day on which it first came
  /// @param updated the day on which it last changed; subscribers are told of a later one
  public record Dates(LocalDate published, LocalDate updated) {}

  /// Some days after treatment, both ends among them; the day of the treatment is 0.
  ///
  /// @param first the first
  /// @param last the last
  public record Days(int first, int last) {

    /// Whether a day is one of them.
    public boolean include(int day) {
      return first <= day && day <= last;
    }
  }

  /// The drawings that an article may stand beside.
  public enum Picture {
    /// How swelling grows and eases, day by day.
    COURSE,
    /// Where on the face a pale patch may show.
    PLACES,
    /// Press, let go, compare, in a mirror.
    PRESS,
    /// How far pages on massage are from one another.
    DISAGREE,
    /// Until when to avoid what.
    WINDOWS;

    /// The word in an article's file.
    public String id() {
      return switch (this) {
        case COURSE -> "course";
        case PLACES -> "places";
        case PRESS -> "press";
        case DISAGREE -> "disagree";
        case WINDOWS -> "windows";
      };
    }
  }
}
