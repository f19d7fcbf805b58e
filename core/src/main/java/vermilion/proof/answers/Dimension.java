package vermilion.proof.answers;

import java.util.List;

/// One thing that a state is made of, with every value that it can have.
///
/// @param kind what sort of thing it is
/// @param name which one
/// @param values its values as a story tells them
record Dimension(Kind kind, String name, List<String> values) {

  /// What a dimension is.
  enum Kind {
    /// Which form was completed; the last value: a form that was not.
    FORM,
    /// The stretch of hours between two bounds that a rule or form can tell apart.
    HOUR,
    /// Something that the record knows.
    FACT,
    /// The answer that counts for a question, by its index; the last value: nothing is known.
    ANSWER,
    /// The worst earlier answer to a question in a band of ages, by rank; the first value: none.
    WORST_BEFORE,
    /// The mildest earlier answer to a question in a band of ages, from none over the worst rank to
    /// the mildest: the milder, the more may have risen since.
    MILDEST_BEFORE,
    /// Whether a concern was raised in a band of ages.
    CONCERN_BEFORE
  }

  Dimension {
    values = List.copyOf(values);
  }

  int size() {
    return values.size();
  }

  /// Whether more of it is more history.
  boolean isHistory() {
    return kind == Kind.WORST_BEFORE || kind == Kind.MILDEST_BEFORE || kind == Kind.CONCERN_BEFORE;
  }
}
