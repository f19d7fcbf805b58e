package vermilion.web.page;

import java.util.List;
import java.util.Optional;

/// The emergency card: read without a sign-in, handed to a doctor.
///
/// @param words the language that it is in
/// @param clinic the clinic's name
/// @param emergencyNumber the emergency number of the country the patient is in
/// @param emergencyLine the clinic's emergency line
/// @param secondNumber who is rung when that does not answer
/// @param emergencyDepartment name and address of the nearest one; empty where none is known
/// @param patient the name
/// @param facts the product card: brand, lot, amount, sites, time, practitioner, each named by the
///   key of its words
/// @param demo whether the patient is made up
public record CardPage(
    PageWords words,
    String clinic,
    String emergencyNumber,
    String emergencyLine,
    String secondNumber,
    Optional<String> emergencyDepartment,
    String patient,
    List<Fact> facts,
    boolean demo)
    implements Page {

  /// A number as a link can dial it.
  public static String dial(String number) {
    var digits = new StringBuilder("tel:");
    for (int at = 0; at < number.length(); at++) {
      char each = number.charAt(at);
      if (each == '+' || (each >= '0' && each <= '9')) {
        digits.append(each);
      }
    }
    return digits.toString();
  }

  @Override
  public String template() {
    return "card.jte";
  }
}
