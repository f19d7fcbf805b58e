package vermilion.clinical;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions of one protocol, in its order; an answer sheet has one place for each. Immutable.
public final class Questions implements Iterable<Question> {

  /// The most questions that a protocol may have.
  public static final int MOST = 64;

  private final List<Question> all;
  private final Map<String, Integer> places = new HashMap<>();

  /// Takes the questions in the order of the protocol.
  ///
  /// @throws IllegalArgumentException when two share an id, or there are more than [#MOST]
  public Questions(List<Question> questions) {
    all = List.copyOf(questions);
    if (all.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " questions, not " + all.size());
    }
    for (int place = 0; place < all.size(); place++) {
      if (places.put(all.get(place).id(), place) != null) {
        throw new IllegalArgumentException("two questions have the id " + all.get(place).id());
      }
    }
  }

  /// How many there are.
  public int size() {
    return all.size();
  }

  /// The question at a place.
  public Question at(int place) {
    return all.get(place);
  }

  /// The place of a question, or -1 for an id that is none of them.
  public int placeOf(String id) {
    Integer place = places.get(id);
    return place == null ? -1 : place;
  }

  /// The question with an id.
  public Optional<Question> find(String id) {
    int place = placeOf(id);
    return place < 0 ? Optional.empty() : Optional.of(all.get(place));
  }

  /// All ids, in order.
  public List<String> ids() {
    return all.stream().map(Question::id).toList();
  }

  @Override
  public Iterator<Question> iterator() {
    return all.iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other == this || (other instanceof Questions that && all.equals(that.all));
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
