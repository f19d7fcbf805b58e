package vermilion.protocol;

import java.util.List;
import java.util.Optional;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.clinical.Questions;
import vermilion.triage.Rule;

/// The clinical content that one kind of treatment is followed up with: what a protocol file means.
///
/// @param id names it, for example `lip-ha`
/// @param version from 1; a signed version never changes
/// @param signature who signed this exact version; empty: a draft, not for real patients
/// @param fillers the families that it is for
/// @param questions what may be asked
/// @param forms which questions are asked together, and when
/// @param rules how answers are triaged
/// @param checkIns when to ask, in order of time
/// @param photos when to take a photo, in order of time
/// @param advice what to avoid until when
/// @param massage what may be ordered; empty: never a massage
/// @param texts the words, one entry a language, English first
/// @param sources what the statements stand on
/// @param citations which statement stands on which of them; advice names its own
public record Protocol(
    String id,
    int version,
    Optional<Signature> signature,
    List<Filler> fillers,
    Questions questions,
    List<Form> forms,
    List<Rule> rules,
    List<CheckIn> checkIns,
    List<PhotoPoint> photos,
    List<Advice> advice,
    Optional<MassageLimits> massage,
    List<Texts> texts,
    List<Source> sources,
    List<Citation> citations) {

  /// Copies the lists.
  public Protocol {
    fillers = List.copyOf(fillers);
    forms = List.copyOf(forms);
    rules = List.copyOf(rules);
    checkIns = List.copyOf(checkIns);
    photos = List.copyOf(photos);
    advice = List.copyOf(advice);
    texts = List.copyOf(texts);
    sources = List.copyOf(sources);
    citations = List.copyOf(citations);
  }

  /// Whether nobody has signed it.
  public boolean isDraft() {
    return signature.isEmpty();
  }

  /// The form with an id.
  public Optional<Form> form(String id) {
    for (Form form : forms) {
      if (form.id().equals(id)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /// The words in a language; of `de-AT` where there is no such one, in `de`; in the first language
  /// where that one is not there either.
  public Texts textsIn(String language) {
    int hyphen = language.indexOf('-');
    String plain = hyphen < 0 ? language : language.substring(0, hyphen);
    Texts found = texts.getFirst();
    for (Texts candidate : texts) {
      if (candidate.language().equals(language)) {
        return candidate;
      }
      if (candidate.language().equals(plain)) {
        found = candidate;
      }
    }
    return found;
  }

  /// A named clinician's signature under one exact version.
  ///
  /// @param by the clinician's name
  /// @param date the date, as YYYY-MM-DD
  public record Signature(String by, String date) {}
}
