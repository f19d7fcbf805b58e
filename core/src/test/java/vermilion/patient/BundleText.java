package vermilion.patient;

import vermilion.json.Json;
import vermilion.json.JsonText;

/// Reads what a phone is sent, and what it shows.
final class BundleText {

  private BundleText() {}

  static PhoneBundle read(String text) {
    return switch (PhoneBundle.read(text)) {
      case PhoneBundle.Reading.Read read -> read.bundle();
      case PhoneBundle.Reading.Broken broken -> throw new AssertionError(broken.why());
    };
  }

  /// Why a bundle is not read, or `read`.
  static String why(String text) {
    return PhoneBundle.read(text) instanceof PhoneBundle.Reading.Broken broken
        ? broken.why()
        : "read";
  }

  static Json.Obj object(String text) {
    return (Json.Obj) ((JsonText.Reading.Value) JsonText.read(text)).value();
  }
}
