package vermilion.episode;

/// By what a patient is reminded of her check-ins.
public enum ReminderWay {
  /// She is not.
  NONE("none"),
  /// By a text message to a telephone that need not be a smartphone.
  TEXT("text"),
  /// By e-mail.
  EMAIL("email");

  private static final int LEAST_DIGITS = 7;
  private static final int MOST_DIGITS = 15;
  private static final int MOST_ADDRESS = 254;

  private final String id;

  ReminderWay(String id) {
    this.id = id;
  }

  /// The id used in JSON.
  public String id() {
    return id;
  }

  /// What a number or an address of this way looks like.
  public String expected() {
    return switch (this) {
      case NONE -> "nothing where nobody is reminded";
      case TEXT -> "a number with + and the country in front, such as +447700900123";
      case EMAIL -> "an address such as amira@example.org";
    };
  }

  /// Whether text can be a number or an address of this way; whether it is hers, nobody knows.
  public boolean takes(String to) {
    return switch (this) {
      case NONE -> to.isEmpty();
      case TEXT -> isNumber(to);
      case EMAIL ->
          to.indexOf('@') > 0
              && to.indexOf('@') < to.length() - 1
              && to.length() <= MOST_ADDRESS
              && to.indexOf(' ') < 0;
    };
  }

  private static boolean isNumber(String to) {
    int digits = to.length() - 1;
    boolean number = to.startsWith("+") && digits >= LEAST_DIGITS && digits <= MOST_DIGITS;
    for (int i = 1; number && i < to.length(); i++) {
      number = to.charAt(i) >= '0' && to.charAt(i) <= '9';
    }
    return number;
  }
}
