package vermilion.clinical;

/// What "not sure" means to one question; fixed by the protocol, never guessed.
public sealed interface Unsure {

  /// "Not sure" counts as this answer.
  ///
  /// @param answer the id of an answer of the question
  record CountsAs(String answer) implements Unsure {}

  /// "Not sure" may be said and changes nothing.
  record NoEffect() implements Unsure {}

  /// "Not sure" is not an answer here.
  record NotOffered() implements Unsure {}
}
