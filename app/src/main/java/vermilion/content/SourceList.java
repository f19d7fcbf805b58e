package vermilion.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.service.Reference;

/// Reads the list of the sources that articles may name: a line for each, `key | kind | title |
/// link`, and comments behind `#`.
final class SourceList {

  private static final int TITLE_CHARS = 200;
  private static final int LINK_CHARS = 300;
  private static final int PARTS = 4;

  private final String file;
  private final Problems problems;
  private final Map<String, Reference> sources = new LinkedHashMap<>();

  SourceList(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  Map<String, Reference> read(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        take(line, i + 1);
      }
    }
    return sources;
  }

  private void take(String line, int number) {
    String[] parts = line.split("\\|", -1);
    if (parts.length != PARTS) {
      problems.add(new Place(file, number, 1), line, "key | kind | title | link");
      return;
    }
    Place[] places = new Place[PARTS];
    int column = 1;
    for (int i = 0; i < PARTS; i++) {
      String part = parts[i];
      places[i] = new Place(file, number, column + part.length() - part.stripLeading().length());
      column += part.length() + 1;
      parts[i] = part.strip();
    }
    String key = parts[0];
    if (!isKey(key)) {
      problems.add(places[0], key, "a key such as S12 or S94b");
    } else if (sources.containsKey(key)) {
      problems.add(places[0], key, "each source once");
    }
    if (parts[2].isEmpty() || parts[2].length() > TITLE_CHARS) {
      problems.add(places[2], parts[2], "what the source is, in 1 to 200 characters");
    }
    if (!isLink(parts[3])) {
      problems.add(places[3], parts[3], "a link that begins with https://");
    }
    Optional<Reference.Kind> kind =
        Arrays.stream(Reference.Kind.values()).filter(one -> one.id().equals(parts[1])).findFirst();
    if (kind.isEmpty()) {
      List<String> known = Arrays.stream(Reference.Kind.values()).map(Reference.Kind::id).toList();
      problems.unknown(places[1], parts[1], "one of " + String.join(", ", known), known);
    }
    kind.ifPresent(known -> sources.put(key, new Reference(key, known, parts[2], parts[3])));
  }

  /// A capital S, digits, and perhaps one small letter.
  static boolean isKey(String text) {
    int end = text.length();
    if (end > 1 && text.charAt(end - 1) >= 'a' && text.charAt(end - 1) <= 'z') {
      end--;
    }
    boolean key = text.startsWith("S") && end > 1 && end <= 6;
    for (int i = 1; key && i < end; i++) {
      key = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return key;
  }

  /// Whether a browser may be sent there: over TLS, to a host, without a name or a password.
  static boolean isLink(String text) {
    if (text.length() > LINK_CHARS) {
      return false;
    }
    try {
      URI uri = new URI(text);
      return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
