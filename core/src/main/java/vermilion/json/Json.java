package vermilion.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JSON value. Objects keep the order of their members, so that the same value is always the same
/// text.
public sealed interface Json {

  /// No value.
  record Null() implements Json {}

  /// True or false.
  ///
  /// @param value which
  record Bool(boolean value) implements Json {}

  /// A number, kept as its text so that nothing is rounded.
  ///
  /// @param text as JSON writes it
  record Num(String text) implements Json {
    /// A whole number.
    public static Num of(long value) {
      return new Num(Long.toString(value));
    }
  }

  /// A string.
  ///
  /// @param value its characters
  record Str(String value) implements Json {}

  /// An array.
  ///
  /// @param items its values
  record Arr(List<Json> items) implements Json {
    /// Copies the items.
    public Arr {
      items = List.copyOf(items);
    }

    /// An array of strings.
    public static Arr ofStrings(List<String> strings) {
      List<Json> items = new ArrayList<>();
      for (String string : strings) {
        items.add(new Str(string));
      }
      return new Arr(items);
    }
  }

  /// An object.
  ///
  /// @param members its members in order, no name twice
  record Obj(List<Member> members) implements Json {
    /// Copies the members.
    public Obj {
      members = List.copyOf(members);
    }

    /// The value of a member, or nothing where it is absent or null.
    public Optional<Json> find(String name) {
      for (Member member : members) {
        if (member.name().equals(name)) {
          return member.value() instanceof Null ? Optional.empty() : Optional.of(member.value());
        }
      }
      return Optional.empty();
    }
  }

  /// One member of an object.
  ///
  /// @param name its name
  /// @param value its value
  record Member(String name, Json value) {}

  /// Starts an object.
  static Builder object() {
    return new Builder();
  }

  /// This value as text, without spaces.
  default String text() {
    StringBuilder out = new StringBuilder();
    JsonText.write(this, out);
    return out.toString();
  }

  /// A whole number within `long`, or nothing for any other value.
  default Optional<Long> wholeNumber() {
    if (!(this instanceof Num number) || number.text().length() > 18) {
      return Optional.empty();
    }
    long value = 0;
    int first = number.text().charAt(0) == '-' ? 1 : 0;
    for (int i = first; i < number.text().length(); i++) {
      char digit = number.text().charAt(i);
      if (digit < '0' || digit > '9') {
        return Optional.empty();
      }
      value = value * 10 + (digit - '0');
    }
    return Optional.of(first == 1 ? -value : value);
  }

  /// An exact decimal, or nothing for any other value, one of more than 40 characters or one with
  /// an exponent beyond 99: a few characters could then stand for more digits than a machine holds.
  default Optional<BigDecimal> decimal() {
    if (!(this instanceof Num number) || number.text().length() > 40) {
      return Optional.empty();
    }
    String text = number.text();
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    boolean signed =
        exponent >= 0 && (text.charAt(exponent + 1) == '-' || text.charAt(exponent + 1) == '+');
    int digits = exponent < 0 ? 0 : text.length() - exponent - (signed ? 2 : 1);
    return digits <= 2 ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /// Collects the members of an object in order.
  final class Builder {

    private final List<Member> members = new ArrayList<>();

    /// Adds a member.
    public Builder put(String name, Json value) {
      members.add(new Member(name, value));
      return this;
    }

    /// Adds a string.
    public Builder put(String name, String value) {
      return put(name, new Str(value));
    }

    /// Adds a whole number.
    public Builder put(String name, long value) {
      return put(name, Num.of(value));
    }

    /// Adds true or false.
    public Builder put(String name, boolean value) {
      return put(name, new Bool(value));
    }

    /// Adds a string, or leaves the member out.
    public Builder put(String name, Optional<String> value) {
      value.ifPresent(text -> put(name, text));
      return this;
    }

    /// The object.
    public Obj build() {
      return new Obj(members);
    }
  }
}
