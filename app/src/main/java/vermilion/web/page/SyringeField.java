package vermilion.web.page;

import java.util.List;

/// Which of the syringes on the treatment page a field is of.
///
/// @param number from 1
public record SyringeField(int number) {

  /// The syringes that the page has room for.
  public static final List<SyringeField> ALL =
      List.of(new SyringeField(1), new SyringeField(2), new SyringeField(3), new SyringeField(4));

  /// The name of one of its fields; those of the first have no number.
  public String name(String base) {
    return number == 1 ? base : base + "-" + number;
  }

  /// The label of one of its fields.
  public String label(String base) {
    return number == 1 ? base : base + ", syringe " + number;
  }

  /// Whether something was typed into it, or is wrong with it.
  public boolean isUsed(FormValues form) {
    return List.of("udi", "product", "lot", "expiry", "volume-ml", "expired-reason").stream()
        .map(this::name)
        .anyMatch(name -> !form.valueOr(name, "").isEmpty() || form.wrong(name).isPresent());
  }
}
