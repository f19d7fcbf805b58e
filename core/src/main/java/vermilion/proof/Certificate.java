package vermilion.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.OneObject;

/// Says that a protocol was proved: exactly this content, by exactly this engine.
///
/// @param protocol the id of the protocol
/// @param version its version
/// @param content a hash over the whole meaning of it, 64 hexadecimal digits
/// @param engine a hash over the code that decides and that is decided about, likewise
/// @param timeZones the version of the time zone database
/// @param millis how long it took
/// @param proved what holds
/// @param notices what is allowed and worth knowing
public record Certificate(
    String protocol,
    int version,
    String content,
    String engine,
    String timeZones,
    long millis,
    List<Proved> proved,
    List<String> notices) {

  private static final int HASH_CHARS = 64;
  private static final int MOST_CHARS = 400;
  private static final int MOST_ITEMS = 500;
  private static final int MOST_DIGITS = 200;

  /// Copies the lists.
  public Certificate {
    proved = List.copyOf(proved);
    notices = List.copyOf(notices);
  }

  /// Whether it is for this content, decided by this engine.
  public boolean isFor(String otherContent, String otherEngine, String otherTimeZones) {
    return content.equals(otherContent)
        && engine.equals(otherEngine)
        && timeZones.equals(otherTimeZones);
  }

  /// The certificate as JSON.
  public Json.Obj json() {
    return Json.object()
        .put("protocol", protocol)
        .put("version", version)
        .put("content", content)
        .put("engine", engine)
        .put("timeZones", timeZones)
        .put("millis", millis)
        .put("proved", json(proved))
        .put("notices", Json.Arr.ofStrings(notices))
        .build();
  }

  /// What was proved, as JSON; states as text, since they are more than many readers can count.
  public static Json.Arr json(List<Proved> proved) {
    List<Json> all = new ArrayList<>();
    for (Proved one : proved) {
      all.add(
          Json.object()
              .put("property", one.property().id())
              .put("statement", one.statement())
              .put("states", one.states().toString())
              .build());
    }
    return new Json.Arr(all);
  }

  /// Reads a certificate.
  public static OneObject<Certificate> read(String text) {
    return OneObject.read(text, Certificate::read);
  }

  private static Certificate read(Fields in) {
    return new Certificate(
        in.text("protocol", MOST_CHARS),
        in.whole("version", 1, Integer.MAX_VALUE),
        in.text("content", HASH_CHARS),
        in.text("engine", HASH_CHARS),
        in.text("timeZones", MOST_CHARS),
        in.wholeLong("millis", 0, Long.MAX_VALUE),
        in.objects("proved", MOST_ITEMS, Certificate::readProved),
        in.texts("notices", MOST_ITEMS, MOST_CHARS));
  }

  private static Proved readProved(Fields in) {
    Property property = in.oneOf("property", Property.values(), Property::id);
    String statement = in.text("statement", MOST_CHARS);
    String states = in.text("states", MOST_DIGITS);
    boolean number = !states.isEmpty() && states.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || states.startsWith("0")) {
      in.refuse("states", "a whole number from 1, as text");
      return new Proved(property, statement, BigInteger.ONE);
    }
    return new Proved(property, statement, new BigInteger(states));
  }
}
