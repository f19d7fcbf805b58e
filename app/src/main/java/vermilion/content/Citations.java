package vermilion.content;

import java.util.ArrayList;
import java.util.List;
import vermilion.protocol.Citation;

/// Collects which statement of a protocol stands on which sources.
final class Citations {
  private final Vocabulary vocabulary;
  private final List<Citation> all = new ArrayList<>();

  Citations(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// Takes the sources of a section for a statement; a statement without sources is told.
  void add(String statement, Section section) {
    section.require("sources", "keys of sources; SD for the project's own proposal");
    List<String> sources = vocabulary.sources(section);
    if (!sources.isEmpty()) {
      all.add(new Citation(statement, sources));
    }
  }

  List<Citation> all() {
    return List.copyOf(all);
  }
}
