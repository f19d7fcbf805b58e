package vermilion.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Turns bytes into YAML values with places. Only plain YAML is taken: no anchors, aliases or tags,
/// one document, no key twice, little nesting.
///
/// It builds the values from the parser's events without recursion, so that no file can make it use
/// more memory or stack than a small multiple of the file's size.
final class YamlReader {
  /// The most bytes of a file.
  static final int MOST_BYTES = 1 << 20;

  /// The deepest nesting.
  static final int DEEPEST = 12;

  private final String file;
  private final Problems problems;
  private final Deque<Open> open = new ArrayDeque<>();
  private Optional<Yaml> root = Optional.empty();
  private int documents;

  private YamlReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The keys and values of a file, or nothing where it is not such a file.
  static Optional<Yaml.Fields> read(String file, byte[] bytes, Problems problems) {
    if (bytes.length > MOST_BYTES) {
      refuseSize(file, bytes.length, problems);
      return Optional.empty();
    }
    int before = problems.count();
    Optional<Yaml> root =
        decoded(file, bytes, problems).flatMap(text -> new YamlReader(file, problems).parsed(text));
    if (problems.count() > before) {
      return Optional.empty();
    }
    if (root.isPresent() && root.get() instanceof Yaml.Fields fields) {
      return Optional.of(fields);
    }
    problems.tell(
        root.map(Yaml::place).orElse(Place.first(file)),
        root.isPresent() ? "no keys" : "nothing",
        "the keys of a protocol, such as format: 1");
    return Optional.empty();
  }

  /// Tells of a file that is too large to be a protocol.
  static void refuseSize(String file, long bytes, Problems problems) {
    problems.tell(Place.first(file), bytes + " bytes", "at most " + MOST_BYTES + " bytes");
  }

  private static Optional<String> decoded(String file, byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean bad = decoder.decode(in, out, true).isError() || decoder.flush(out).isError();
    out.flip();
    if (!bad) {
      return Optional.of(out.toString());
    }
    int offset = in.position();
    problems.tell(
        placeAfter(file, out.toString()),
        "the byte 0x" + hex(bytes[offset]) + " at byte offset " + offset,
        "UTF-8 text");
    return Optional.empty();
  }

  private static String hex(byte value) {
    return Character.toString(Character.forDigit((value >> 4) & 15, 16))
        + Character.forDigit(value & 15, 16);
  }

  private static Place placeAfter(String file, String text) {
    int line = 1;
    int lineBegins = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineBegins = i + 1;
      }
    }
    return new Place(file, line, text.codePointCount(lineBegins, text.length()) + 1);
  }

  private Optional<Yaml> parsed(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(MOST_BYTES).build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        if (!take(event)) {
          return Optional.empty();
        }
      }
    } catch (MarkedYamlEngineException broken) {
      tellOfBroken(broken);
    } catch (ReaderException broken) {
      problems.tell(
          placeAfter(file, text.substring(0, text.offsetByCodePoints(0, broken.getPosition()))),
          "the character U+" + Integer.toHexString(0x10000 + broken.getCodePoint()).substring(1),
          "a printable character");
    } catch (YamlEngineException broken) {
      problems.tell(Place.first(file), String.valueOf(broken.getMessage()), "YAML");
    }
    return root;
  }

  private void tellOfBroken(MarkedYamlEngineException broken) {
    Place place = broken.getProblemMark().map(this::placeOf).orElse(Place.first(file));
    String what = String.valueOf(broken.getProblem());
    if (what.contains("(TAB)")) {
      problems.tell(place, "a tab", "spaces");
      return;
    }
    String during = broken.getContext() == null ? "" : " " + broken.getContext();
    problems.tell(place, "broken YAML" + during + ": " + what, "YAML that can be read");
  }

  /// Takes one event in; false when reading on would tell nothing new.
  private boolean take(Event event) {
    Place place = event.getStartMark().map(this::placeOf).orElse(Place.first(file));
    if (event instanceof AliasEvent alias) {
      problems.tell(place, "the alias *" + alias.getAlias(), "the words themselves, no alias");
      return false;
    }
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      problems.tell(place, "a second document", "one protocol in one file");
      return false;
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      problems.tell(place, "the anchor &" + node.getAnchor().get(), "no anchor");
      return false;
    }
    switch (event) {
      case ScalarEvent scalar -> {
        if (scalar.getTag().isPresent()) {
          refuseTag(place, scalar.getTag().get());
        }
        put(scalarOf(place, scalar));
      }
      case MappingStartEvent start -> {
        return opens(new Open(place, true), start.getTag());
      }
      case SequenceStartEvent start -> {
        return opens(new Open(place, false), start.getTag());
      }
      case MappingEndEvent _ -> put(open.pop().fields());
      case SequenceEndEvent _ -> put(open.pop().items());
      default -> {}
    }
    return true;
  }

  private boolean opens(Open collection, Optional<String> tag) {
    tag.ifPresent(name -> refuseTag(collection.place, name));
    if (open.size() == DEEPEST) {
      problems.tell(
          collection.place, (DEEPEST + 1) + " levels of nesting", "at most " + DEEPEST + " levels");
      return false;
    }
    open.push(collection);
    return true;
  }

  private void refuseTag(Place place, String tag) {
    problems.add(place, tag, "no tag");
  }

  private void put(Yaml value) {
    Open parent = open.peek();
    if (parent == null) {
      root = Optional.of(value);
    } else {
      parent.put(value, problems);
    }
  }

  private Yaml.Scalar scalarOf(Place place, ScalarEvent event) {
    boolean oneLine =
        event.getStartMark().map(Mark::getLine).equals(event.getEndMark().map(Mark::getLine));
    int width =
        event.getEndMark().map(Mark::getIndex).orElse(0)
            - event.getStartMark().map(Mark::getIndex).orElse(0);
    String text = event.getValue();
    int quotes = event.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
    boolean literal = oneLine && width == text.codePointCount(0, text.length()) + 2 * quotes;
    return new Yaml.Scalar(
        place, text, literal ? Optional.of(place.right(quotes)) : Optional.empty());
  }

  private Place placeOf(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /// A list or keys whose end has not been seen yet.
  private static final class Open {
    private final Place place;
    private final boolean keyed;
    private final List<Yaml> items = new ArrayList<>();
    private final List<Yaml.Field> fields = new ArrayList<>();
    private final java.util.Map<String, Place> keys = new java.util.HashMap<>();
    private Optional<Yaml> key = Optional.empty();

    Open(Place place, boolean keyed) {
      this.place = place;
      this.keyed = keyed;
    }

    void put(Yaml value, Problems problems) {
      if (!keyed) {
        items.add(value);
      } else if (key.isEmpty()) {
        key = Optional.of(value);
      } else {
        field(key.get(), value, problems);
        key = Optional.empty();
      }
    }

    private void field(Yaml name, Yaml value, Problems problems) {
      if (!(name instanceof Yaml.Scalar scalar)) {
        problems.tell(name.place(), "a list or keys in the place of a key", "a word");
        return;
      }
      Place first = keys.putIfAbsent(scalar.text(), scalar.place());
      if (first == null) {
        fields.add(new Yaml.Field(scalar, value));
      } else {
        problems.add(
            scalar.place(), scalar.text(), "each key once; it stands in line " + first.line());
      }
    }

    Yaml fields() {
      return new Yaml.Fields(place, List.copyOf(fields));
    }

    Yaml items() {
      return new Yaml.Items(place, List.copyOf(items));
    }
  }
}
