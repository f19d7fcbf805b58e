package vermilion.proof.answers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.proof.answers.Dimension.Kind;
import vermilion.time.Elapsed;

/// Every state that triage can be asked about: which form, at which hour, what the record knows,
/// what counts as the answer to each question, and what was said before.
///
/// Hours are cut wherever a rule or form can tell them apart; an hour stands for its whole stretch.
/// What was said before is kept as all that a rule can ask of it: in each band of ages the worst
/// earlier answer, the mildest one that counts for a rise, and whether a concern was raised.
final class Space {

  static final String HALF_FILLED = "half-filled";
  static final int NO = 0;
  static final int YES = 1;

  final Questions questions;
  final List<Form> forms;
  final List<Dimension> dimensions = new ArrayList<>();
  final Cube.Layout layout;
  final int form;
  final int hour;
  final int coldSores;
  final int trigger;
  final int hyaluronidase;
  final int filler;
  private final int firstAnswer;

  /// The first second of each stretch of hours.
  private final long[] hourStarts;

  private final List<Band> bands = new ArrayList<>();

  /// A band of ages in which earlier reports are told apart.
  ///
  /// @param dimension where it stands
  /// @param key the question, baseline or concern
  /// @param youngest the least age in it, in seconds
  /// @param oldest the greatest age in it
  /// @param possibleFrom the first second since the injection at which something can lie in it
  record Band(int dimension, Comparable<?> key, long youngest, long oldest, long possibleFrom) {}

  Space(Questions questions, List<Form> forms, Bounds bounds) {
    this.questions = questions;
    this.forms = List.copyOf(forms);
    this.hourStarts = bounds.seconds.stream().mapToLong(Long::longValue).toArray();
    List<String> formIds = new ArrayList<>(forms.stream().map(Form::id).toList());
    formIds.add(HALF_FILLED);
    this.form = add(Kind.FORM, "form", formIds);
    this.hour = add(Kind.HOUR, "hour", bounds.seconds.stream().map(Space::hours).toList());
    this.coldSores = add(Kind.FACT, "cold-sore-history", List.of("no", "yes"));
    this.trigger = add(Kind.FACT, "trigger", List.of("no", "yes"));
    this.hyaluronidase = add(Kind.FACT, "hyaluronidase", List.of("no", "yes"));
    this.filler =
        add(Kind.FACT, "filler", List.of(Filler.values()).stream().map(Filler::id).toList());
    this.firstAnswer = dimensions.size();
    for (Question question : questions) {
      List<String> answers = new ArrayList<>(question.answerIds());
      answers.add("unknown");
      add(Kind.ANSWER, question.id(), answers);
    }
    addHistory(bounds);
    this.layout = new Cube.Layout(dimensions.stream().mapToInt(Dimension::size).toArray());
  }

  private void addHistory(Bounds bounds) {
    bounds.worst.forEach(
        (question, lengths) -> addBands(Kind.WORST_BEFORE, question, lengths, ranksUp(question)));
    bounds.mildest.forEach((baseline, lengths) ->
        addBands(Kind.MILDEST_BEFORE, baseline, lengths, ranksDown(baseline.question())));
    bounds.concerns.forEach((concern, lengths) ->
        addBands(Kind.CONCERN_BEFORE, concern, lengths, List.of("no", "yes")));
  }

  private void addBands(
      Kind kind, Comparable<?> key, SortedSet<Long> lengths, List<String> values) {
    long from = key instanceof Bounds.Baseline baseline ? baseline.fromSecond() : 0;
    long youngest = 0;
    for (long oldest : lengths) {
      int dimension = add(kind, nameOf(key), values);
      bands.add(new Band(dimension, key, youngest, oldest, youngest + from));
      youngest = oldest + 1;
    }
  }

  private int add(Kind kind, String name, List<String> values) {
    dimensions.add(new Dimension(kind, name, values));
    return dimensions.size() - 1;
  }

  private static String nameOf(Comparable<?> key) {
    return switch (key) {
      case Bounds.Baseline baseline -> baseline.question();
      case Concern concern -> concern.id();
      default -> key.toString();
    };
  }

  private List<String> ranksUp(String question) {
    List<String> ranks = new ArrayList<>();
    ranks.add("none");
    Question one = questions.at(questions.placeOf(question));
    int last = one.rankOf(one.worstIndex());
    for (int rank = 0; rank <= last; rank++) {
      ranks.add(firstOfRank(one, rank));
    }
    return ranks;
  }

  private List<String> ranksDown(String question) {
    List<String> ranks = new ArrayList<>(ranksUp(question));
    List<String> down = new ArrayList<>(ranks.subList(1, ranks.size()).reversed());
    down.addFirst("none");
    return down;
  }

  static String firstOfRank(Question question, int rank) {
    for (int i = 0; i < question.answerIds().size(); i++) {
      if (question.rankOf(i) == rank) {
        return question.answerIds().get(i);
      }
    }
    throw new IllegalArgumentException(question.id() + " has no answer of rank " + rank);
  }

  private static String hours(long second) {
    return new Elapsed(second).hours();
  }

  /// The dimension of what counts as the answer to the question at a place.
  int answer(int place) {
    return firstAnswer + place;
  }

  /// The place of the question of an answer's dimension.
  int placeOf(int dimension) {
    return dimension - firstAnswer;
  }

  int answer(String question) {
    int place = questions.placeOf(question);
    if (place < 0) {
      throw new IllegalArgumentException("no question has the id " + question);
    }
    return answer(place);
  }

  /// The value of an answer's dimension that stands for nothing known.
  int unknown(int place) {
    return questions.at(place).answerIds().size();
  }

  Dimension at(int dimension) {
    return dimensions.get(dimension);
  }

  int size() {
    return dimensions.size();
  }

  int halfFilled() {
    return forms.size();
  }

  long secondOf(int hourValue) {
    return hourStarts[hourValue];
  }

  /// The band of a dimension of history.
  Band bandOf(int dimension) {
    for (Band band : bands) {
      if (band.dimension() == dimension) {
        return band;
      }
    }
    throw new IllegalArgumentException(at(dimension) + " is not history");
  }

  List<Band> bands() {
    return bands;
  }

  /// The bands of a key that lie within a length of time before now.
  List<Band> bandsWithin(Comparable<?> key, long seconds) {
    return bands.stream()
        .filter(band -> band.key().equals(key) && band.oldest() <= seconds)
        .toList();
  }

  Cube all() {
    return Cube.all(layout);
  }

  /// How many states there are, an hour standing for its stretch.
  BigInteger states() {
    BigInteger states = BigInteger.ONE;
    for (Dimension dimension : dimensions) {
      states = states.multiply(BigInteger.valueOf(dimension.size()));
    }
    return states;
  }
}
