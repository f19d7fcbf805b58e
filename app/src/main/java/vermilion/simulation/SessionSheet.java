package vermilion.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermilion.clinical.NearMiss;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;

/// Reads the sheet that a clinic fills in when it lets people answer the stories of
/// docs/comprehension, and counts how often they misread. Everything that is wrong is told at once.
public final class SessionSheet {
  private static final List<String> COLUMNS =
      List.of("person", "language", "tone", "vignette", "question", "answer");
  private static final List<String> TONES = List.of("1", "2", "3", "4");
  private static final int MOST_FAULTS = 100;

  private final Questions questions;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Misread, Measured.Count> counts = new EnumMap<>(Misread.class);
  private final Set<String> people = new HashSet<>();
  private final Set<String> answered = new HashSet<>();

  private SessionSheet(Questions questions) {
    this.questions = questions;
  }

  /// What came of reading a sheet.
  public sealed interface Reading {
    /// It was counted.
    record Counted(Measured measured) implements Reading {}

    /// It is no such sheet.
    ///
    /// @param faults at least one, in order
    record Broken(List<Fault> faults) implements Reading {
      /// Copies the faults.
      public Broken {
        faults = List.copyOf(faults);
      }
    }
  }

  /// One thing that is wrong.
  ///
  /// @param line from 1
  /// @param column from 1, in characters
  /// @param message what was found and what was expected
  public record Fault(int line, int column, String message) {}

  /// Reads a sheet whose answers are those of `questions`.
  public static Reading read(String text, Questions questions) {
    SessionSheet sheet = new SessionSheet(questions);
    sheet.readLines(text.startsWith("\uFEFF") ? text.substring(1) : text);
    return sheet.faults.isEmpty()
        ? new Reading.Counted(new Measured(sheet.people.size(), sheet.counts))
        : new Reading.Broken(sheet.faults.subList(0, Math.min(MOST_FAULTS, sheet.faults.size())));
  }

  private void readLines(String text) {
    List<String> lines = text.lines().toList();
    String head = lines.isEmpty() ? "" : lines.getFirst();
    // A spreadsheet writes a semicolon where the comma is a decimal sign.
    char between = head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
    List<String> names = new ArrayList<>();
    Row.of(1, head, between).cells().forEach(cell -> names.add(cell.text()));
    if (!names.equals(COLUMNS)) {
      faults.add(new Fault(1, 1, "found \"" + head + "\", expected " + String.join(",", COLUMNS)));
      return;
    }
    for (int i = 1; i < lines.size() && faults.size() < MOST_FAULTS; i++) {
      if (!lines.get(i).isBlank()) {
        read(Row.of(i + 1, lines.get(i), between));
      }
    }
    if (people.isEmpty() && faults.isEmpty()) {
      faults.add(new Fault(1, 1, "no answers, expected a line for each under the first"));
    }
  }

  private void read(Row row) {
    if (row.cells().size() != COLUMNS.size()) {
      faults.add(
          new Fault(
              row.line(),
              1,
              "found " + row.cells().size() + " columns, expected " + COLUMNS.size()));
      return;
    }
    int before = faults.size();
    String person = row.cells().get(0).text();
    if (person.isEmpty()) {
      tell(row, 0, "a number or letters for the person, never a name", List.of());
    }
    String language = row.cells().get(1).text();
    if (language.length() < 2 || language.length() > 35) {
      tell(row, 1, "a language tag such as en", List.of());
    }
    if (!TONES.contains(row.cells().get(2).text())) {
      tell(row, 2, "the tone of skin of the drawings shown, 1 to 4", List.of());
    }
    Optional<Vignettes.Asked> asked = asked(row);
    if (asked.isPresent() && faults.size() == before) {
      count(row, person, asked.get());
    }
  }

  private Optional<Vignettes.Asked> asked(Row row) {
    Vignettes key = Vignettes.SHIPPED;
    String vignette = row.cells().get(3).text();
    if (!key.ids().contains(vignette)) {
      tell(row, 3, "a story of docs/comprehension", key.ids());
      return Optional.empty();
    }
    List<String> known = new ArrayList<>();
    for (Vignettes.Asked one : key.of(vignette)) {
      if (one.question().equals(row.cells().get(4).text())) {
        return Optional.of(one);
      }
      known.add(one.question());
    }
    tell(row, 4, "a question of the story " + vignette + ": " + String.join(", ", known), known);
    return Optional.empty();
  }

  private void count(Row row, String person, Vignettes.Asked asked) {
    String answer = row.cells().get(5).text();
    if (!answered.add(person + "\n" + row.cells().get(3).text() + "\n" + asked.question())) {
      tell(row, 4, "one answer of " + person + " to each question of a story", List.of());
      return;
    }
    people.add(person);
    // Left empty: she did not answer, or the story was stopped.
    if (answer.isEmpty()) {
      return;
    }
    List<String> known = answersOf(asked.question());
    if (!known.contains(answer)) {
      tell(row, 5, "one of " + String.join(", ", known), known);
      return;
    }
    asked
        .kind()
        .ifPresent(kind ->
            counts.merge(
                kind,
                new Measured.Count(1, asked.misread().contains(answer) ? 1 : 0),
                Measured.Count::and));
  }

  private List<String> answersOf(String id) {
    Optional<Question> question = questions.find(id);
    if (question.isEmpty()) {
      return List.of();
    }
    List<String> known = new ArrayList<>(question.get().answerIds());
    if (!(question.get().unsure() instanceof Unsure.NotOffered)
        && !known.contains(Question.UNSURE)) {
      known.add(Question.UNSURE);
    }
    return known;
  }

  private void tell(Row row, int column, String expected, Iterable<String> known) {
    Cell cell = row.cells().get(column);
    String meant =
        NearMiss.of(cell.text(), known).map(one -> "; did you mean " + one + "?").orElse("");
    String found = cell.text().length() > 60 ? cell.text().substring(0, 60) + "…" : cell.text();
    faults.add(
        new Fault(
            row.line(), cell.column(), "found \"" + found + "\", expected " + expected + meant));
  }

  /// One field of a line, without blanks and quotes round it.
  private record Cell(int column, String text) {}

  /// One line.
  private record Row(int line, List<Cell> cells) {
    static Row of(int line, String text, char between) {
      List<Cell> cells = new ArrayList<>();
      int first = 0;
      for (int i = 0; i <= text.length(); i++) {
        if (i == text.length() || text.charAt(i) == between) {
          cells.add(new Cell(first + 1, bare(text.substring(first, i))));
          first = i + 1;
        }
      }
      return new Row(line, cells);
    }

    private static String bare(String field) {
      String text = field.strip();
      boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
      return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
  }
}
