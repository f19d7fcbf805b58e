package vermilion.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vermilion.clinical.DeviceLabel;
import vermilion.episode.OpenedCodec;
import vermilion.episode.Syringe;
import vermilion.json.Json;
import vermilion.web.page.SyringeField;

/// The syringes of a treatment as they were typed or scanned. What was left empty is taken from the
/// code on the box; where both are there and differ, the core refuses it.
final class SyringeFields {

  private final List<Syringe> syringes = new ArrayList<>();

  /// Reads the form.
  ///
  /// @param value what was typed into the field of a name
  /// @param year of the treatment, which tells the century on a label
  SyringeFields(UnaryOperator<String> value, int year) {
    for (SyringeField field : SyringeField.ALL) {
      Syringe one = read(field, value, year);
      if (isTyped(one)) {
        syringes.add(one);
      }
    }
  }

  private static boolean isTyped(Syringe one) {
    return !(one.product() + one.lot() + one.expiry() + one.udi() + one.volumeMl()).isEmpty();
  }

  private static Syringe read(SyringeField field, UnaryOperator<String> value, int year) {
    String code = value.apply(field.name("udi"));
    String lot = value.apply(field.name("lot"));
    String expiry = value.apply(field.name("expiry"));
    if (!code.isEmpty() && DeviceLabel.read(code, year) instanceof DeviceLabel.Reading.Read read) {
      DeviceLabel label = read.label();
      // What a scanner sends has signs that nobody can type or see.
      code = code.indexOf(DeviceLabel.SEPARATOR) < 0 ? code : label.printed();
      lot = lot.isEmpty() ? label.lot() : lot;
      expiry = expiry.isEmpty() ? label.expiry() : expiry;
    }
    return new Syringe(
        value.apply(field.name("product")),
        lot,
        expiry,
        code,
        value.apply(field.name("volume-ml")),
        value.apply(field.name("expired-reason")));
  }

  /// Each of them, as the event has them.
  Json json() {
    List<Json> all = new ArrayList<>();
    syringes.forEach(syringe -> all.add(OpenedCodec.syringeJson(syringe)));
    return new Json.Arr(all);
  }

  /// The products, for who reads one field.
  String product() {
    return joined(syringes.stream().map(Syringe::product).toList(), OpenedCodec.NAME_CHARS);
  }

  /// The lots, for who reads one field.
  String lot() {
    return joined(syringes.stream().map(Syringe::lot).toList(), OpenedCodec.LOT_CHARS);
  }

  /// The first day on which one of them was not to be used any more would follow this one.
  String expiry() {
    return syringes.stream()
        .map(Syringe::expiry)
        .filter(text -> !text.isEmpty())
        .min(String::compareTo)
        .orElse("");
  }

  /// All that was injected; what is no number is passed on for the reader to refuse.
  String volumeMl() {
    List<String> volumes =
        syringes.stream().map(Syringe::volumeMl).filter(text -> !text.isEmpty()).toList();
    if (volumes.size() < 2) {
      return volumes.isEmpty() ? "" : volumes.getFirst();
    }
    Optional<String> odd =
        volumes.stream().filter(text -> !text.matches("[0-9]{1,2}(\\.[0-9]{1,3})?")).findFirst();
    return odd.orElseGet(() ->
        volumes.stream()
            .map(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .toPlainString());
  }

  /// The different ones of them, or the first and how many more where they are too long for a
  /// field.
  private static String joined(List<String> texts, int most) {
    List<String> each = texts.stream().filter(text -> !text.isEmpty()).distinct().toList();
    String all = String.join(", ", each);
    return all.length() <= most || each.size() < 2
        ? all
        : shortened(each.getFirst(), " and " + (each.size() - 1) + " more", most);
  }

  private static String shortened(String first, String more, int most) {
    return first.substring(0, Math.min(first.length(), most - more.length())) + more;
  }

  /// The field of the page that a member of a syringe came from.
  ///
  /// @param place which of the syringes that were sent, from 0
  static String fieldOf(int place, String member) {
    String base =
        switch (member) {
          case "volumeMl" -> "volume-ml";
          case "reason" -> "expired-reason";
          default -> member;
        };
    return place < SyringeField.ALL.size() ? SyringeField.ALL.get(place).name(base) : base;
  }
}
