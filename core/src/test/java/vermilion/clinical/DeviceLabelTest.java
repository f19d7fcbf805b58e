package vermilion.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vermilion.testing.Seeded;

/// Reading the code on a product's box.
final class DeviceLabelTest {

  private static final String GS = "\u001d";
  private static final String SET_82 =
      "!\"%&'*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  private static DeviceLabel label(String code) {
    return DeviceLabel.read(code, 2026) instanceof DeviceLabel.Reading.Read read
        ? read.label()
        : new DeviceLabel(wrong(code), "", "", "", "");
  }

  private static String wrong(String code) {
    return DeviceLabel.read(code, 2026) instanceof DeviceLabel.Reading.Wrong wrong
        ? wrong.sentence()
        : "read";
  }

  @Test
  void a_scanned_and_a_printed_code_say_the_same() {
    DeviceLabel want =
        new DeviceLabel("09506000134352", "2027-05-31", "AB-1182", "S7", "2025-06-01");
    String elements = "010950600013435211250601172705311" + "0AB-1182" + GS + "21S7";

    assertThat(label(elements)).isEqualTo(want);
    assertThat(label("]d2" + elements)).isEqualTo(want);
    assertThat(label("]C1" + elements + GS)).isEqualTo(want);
    assertThat(label(GS + elements)).isEqualTo(want);
    assertThat(label(want.printed())).isEqualTo(want);
    assertThat(label(" (01) 09506000134352 (11)250601 (17)270531 (10) AB-1182 (21)S7 "))
        .isEqualTo(want);
  }

  @Test
  void day_nought_is_the_last_of_the_month() {
    assertThat(label("(01)09506000134352(17)280200").expiry()).isEqualTo("2028-02-29");
    assertThat(label("(01)09506000134352(17)270200").expiry()).isEqualTo("2027-02-28");
  }

  @Test
  void a_year_of_two_digits_is_the_one_nearest_to_now() {
    String code = "(01)09506000134352(17)";
    assertThat(label(code + "760101").expiry()).isEqualTo("2076-01-01");
    assertThat(label(code + "770101").expiry()).isEqualTo("1977-01-01");
    assertThat(expiryIn(2051, code + "010101")).isEqualTo("2101-01-01");
    assertThat(expiryIn(2051, code + "020101")).isEqualTo("2002-01-01");
    assertThat(expiryIn(2098, code + "030101")).isEqualTo("2103-01-01");
  }

  private static String expiryIn(int year, String code) {
    return ((DeviceLabel.Reading.Read) DeviceLabel.read(code, year)).label().expiry();
  }

  @Test
  void what_cannot_be_read_is_named_by_its_place() {
    assertThat(wrong("")).startsWith("At character 1 the code ends. Expected: a product number");
    assertThat(wrong("(17)270531")).startsWith("At character 11 the code ends.");
    assertThat(wrong("(01)09506000134353"))
        .isEqualTo(
            "At character 18 the code has \"3\". Expected: the check digit 2 of 0950600013435; read"
                + " it once more.");
    assertThat(wrong("(01)0950600013435")).contains("\"0950600013435\". Expected: 14 digits");
    assertThat(wrong("(01)0950600013435O")).contains("At character 18", "\"O\"", "a digit");
    assertThat(wrong("(01)09506000134352(17)271331")).contains("character 25", "\"13\"", "a month");
    assertThat(wrong("(01)09506000134352(17)270431")).contains("\"31\"", "from 00 to 30");
    assertThat(wrong("(01)09506000134352(17)270031")).contains("\"00\"", "a month");
    assertThat(wrong("(01)09506000134352(10)")).contains("1 to 20 characters after 10");
    assertThat(wrong("(01)09506000134352(10)" + "A".repeat(21))).contains("1 to 20 characters");
    assertThat(wrong("(01)09506000134352(10)A\u00e4")).contains("character 24", "GS1's set");
    assertThat(wrong("(01)09506000134352(98)7")).contains("character 19", "identifier");
    assertThat(wrong("0109506000134352(10)7")).contains("character 17", "identifier");
    assertThat(wrong("(01)09506000134352" + GS + "107")).contains("in brackets");
    assertThat(wrong("(01)09506000134352(0")).contains("character 19", "identifier");
    assertThat(wrong("01095060001343521")).contains("character 17");
    assertThat(wrong("9".repeat(201))).contains("character 201", "at most 200");
    assertThat(wrong("x".repeat(50))).contains("\"" + "x".repeat(30) + "...\"");
  }

  @Test
  void an_element_may_come_twice_if_it_says_the_same() {
    assertThat(label("(01)09506000134352(10)A(10)A").lot()).isEqualTo("A");
    assertThat(wrong("(01)09506000134352(10)A(10)B")).contains("the same as before after 10: A");
  }

  @Test
  void what_else_a_maker_writes_is_passed_over() {
    assertThat(label("(01)09506000134352(240)REF-1(30)2(20)01(10)A").lot()).isEqualTo("A");
    assertThat(label("0109506000134352240REF" + GS + "2001" + "10A").lot()).isEqualTo("A");
  }

  @Seeded(200)
  void what_was_written_is_read(SplittableRandom random) {
    DeviceLabel want = any(random);

    assertThat(label(want.printed())).isEqualTo(want);
    assertThat(label(scanned(want, random))).isEqualTo(want);
  }

  @Seeded(200)
  void a_slow_reader_of_all_ways_to_cut_a_code_finds_the_same(SplittableRandom random) {
    String code = scanned(any(random), random);
    if (random.nextInt(100) < 60) {
      int at = random.nextInt(code.length());
      code = code.substring(0, at) + pick(SET_82, random) + code.substring(at + 1);
    }
    Set<List<String>> ways = Cutter.ways(code);

    if (DeviceLabel.read(code, 2026) instanceof DeviceLabel.Reading.Read read) {
      DeviceLabel label = read.label();
      assertThat(ways)
          .contains(
              List.of(label.gtin(), label.expiry(), label.lot(), label.serial(), label.made()));
    } else {
      assertThat(ways).as(code).isEmpty();
    }
  }

  private static char pick(String from, SplittableRandom random) {
    return from.charAt(random.nextInt(from.length()));
  }

  private static String words(SplittableRandom random) {
    StringBuilder out = new StringBuilder();
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      out.append(pick(SET_82, random));
    }
    return out.toString();
  }

  private static DeviceLabel any(SplittableRandom random) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < 13; i++) {
      digits.append(random.nextInt(10));
    }
    LocalDate made = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
    return new DeviceLabel(
        digits.toString() + DeviceLabel.checkDigit(digits.toString()),
        random.nextBoolean() ? "" : made.plusDays(700).toString(),
        random.nextBoolean() ? "" : words(random),
        random.nextBoolean() ? "" : words(random),
        random.nextBoolean() ? "" : made.toString());
  }

  /// The elements in any order, each of no fixed length closed.
  private static String scanned(DeviceLabel label, SplittableRandom random) {
    List<String> parts = new ArrayList<>(List.of("01" + label.gtin()));
    if (!label.expiry().isEmpty()) {
      parts.add("17" + label.expiry().replace("-", "").substring(2));
    }
    if (!label.made().isEmpty()) {
      parts.add("11" + label.made().replace("-", "").substring(2));
    }
    if (!label.lot().isEmpty()) {
      parts.add("10" + label.lot() + GS);
    }
    if (!label.serial().isEmpty()) {
      parts.add("21" + label.serial() + GS);
    }
    Collections.shuffle(parts, new Random(random.nextLong()));
    return String.join("", parts);
  }

  /// Reads by trying every element at every place: slow, and made from the standard's table alone.
  private static final class Cutter {

    private static final String FREE = "[!-\"%-?A-Z_a-z]";
    private static final Pattern FIRST =
        Pattern.compile(
            "(?:(?<g>01)(?<gtin>[0-9]{14})|(?<e>1[1367]|15)(?<date>[0-9]{6})|20[0-9]{2}"
                + "|(?<v>10|21|22)(?<text>"
                + FREE
                + "{1,20})(?:\u001d|$)|30"
                + FREE
                + "{1,8}(?:\u001d|$)|(?:24[01]|25[01])"
                + FREE
                + "{1,30}(?:\u001d|$))\u001d*");

    static Set<List<String>> ways(String code) {
      Set<List<String>> found = new HashSet<>();
      cut(code, new String[] {"", "", "", "", ""}, found);
      return found;
    }

    private static void cut(String rest, String[] so, Set<List<String>> found) {
      if (rest.isEmpty()) {
        if (!so[0].isEmpty()) {
          found.add(List.of(so));
        }
        return;
      }
      for (int end = 1; end <= rest.length(); end++) {
        Matcher first = FIRST.matcher(rest.substring(0, end));
        boolean closed = end == rest.length() || !rest.substring(end).startsWith("\u001d");
        if (closed && first.matches()) {
          String[] next = so.clone();
          boolean open =
              end < rest.length() && isFree(first) && !rest.substring(0, end).contains("\u001d");
          if (!open && put(next, first)) {
            cut(rest.substring(end), next, found);
          }
        }
      }
    }

    /// Without a separator after it, text goes on to the end of the code.
    private static boolean isFree(Matcher first) {
      return first.group("gtin") == null
          && first.group("date") == null
          && !first.group().startsWith("20");
    }

    private static boolean put(String[] so, Matcher first) {
      if (first.group("gtin") != null) {
        return check(first.group("gtin")) && set(so, 0, first.group("gtin"));
      }
      if (first.group("date") != null) {
        int place =
            List.of("17", "11").indexOf(first.group("e")) < 0 ? -1 : placeOf(first.group("e"));
        String day = day(first.group("date"));
        return place < 0 || (!day.equals("no") && set(so, place, day));
      }
      if (first.group("text") != null && !first.group("v").equals("22")) {
        return set(so, first.group("v").equals("10") ? 2 : 3, first.group("text"));
      }
      return true;
    }

    private static int placeOf(String identifier) {
      return identifier.equals("17") ? 1 : 4;
    }

    private static boolean set(String[] so, int place, String value) {
      boolean same = so[place].isEmpty() || so[place].equals(value);
      so[place] = value;
      return same;
    }

    private static boolean check(String gtin) {
      int sum = 0;
      for (int i = 0; i < 14; i++) {
        sum += (gtin.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
      }
      return sum % 10 == 0;
    }

    private static String day(String six) {
      int two = Integer.parseInt(six.substring(0, 2));
      int month = Integer.parseInt(six.substring(2, 4));
      int day = Integer.parseInt(six.substring(4));
      int year = two <= 76 ? 2000 + two : 1900 + two;
      if (month < 1 || month > 12) {
        return "no";
      }
      int last = LocalDate.of(year, month, 1).plusMonths(1).minusDays(1).getDayOfMonth();
      return day > last ? "no" : LocalDate.of(year, month, day == 0 ? last : day).toString();
    }
  }
}
