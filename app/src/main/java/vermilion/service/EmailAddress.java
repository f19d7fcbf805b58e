package vermilion.service;

import java.util.Locale;
import java.util.Optional;

/// An address that mails can be sent to, in the plain form that nearly everybody has: no quotes, no
/// comments, no list, nothing that could become a second header or a second reader.
///
/// @param text the address as it was given
public record EmailAddress(String text) {

  private static final int MOST_CHARS = 254;
  private static final int MOST_LOCAL_CHARS = 64;
  private static final String LOCAL = "!#$%&'*+-/=?^_`{|}~.";

  /// The address in a text that somebody typed; empty where it is none.
  public static Optional<EmailAddress> of(String typed) {
    String text = typed.strip();
    int at = text.indexOf('@');
    boolean good = at > 0 && at == text.lastIndexOf('@') && text.length() <= MOST_CHARS;
    good = good && isLocal(text.substring(0, at)) && isDomain(text.substring(at + 1));
    return good ? Optional.of(new EmailAddress(text)) : Optional.empty();
  }

  /// The form by which one person is known again: letters are not told apart by size.
  public String known() {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isLocal(String local) {
    boolean good = local.length() <= MOST_LOCAL_CHARS && local.charAt(0) != '-';
    good = good && !local.startsWith(".") && !local.endsWith(".") && !local.contains("..");
    for (int i = 0; good && i < local.length(); i++) {
      char c = local.charAt(i);
      good = isLetterOrDigit(c) || LOCAL.indexOf(c) >= 0;
    }
    return good;
  }

  /// A name with a dot in it: nobody subscribes from `localhost`, nor from a bare number.
  private static boolean isDomain(String domain) {
    boolean good = domain.indexOf('.') > 0 && !domain.endsWith(".") && !domain.contains("..");
    for (String label : domain.split("\\.", -1)) {
      good = good && !label.isEmpty() && label.length() <= 63;
      good = good && label.charAt(0) != '-' && label.charAt(label.length() - 1) != '-';
    }
    for (int i = 0; good && i < domain.length(); i++) {
      char c = domain.charAt(i);
      good = isLetterOrDigit(c) || c == '-' || c == '.';
    }
    char last = domain.isEmpty() ? '0' : domain.charAt(domain.length() - 1);
    return good && !(last >= '0' && last <= '9');
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /// Never the address itself: it must not slip into a log.
  @Override
  public String toString() {
    return "an address of " + text.length() + " characters";
  }
}
