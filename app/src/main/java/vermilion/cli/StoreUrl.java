package vermilion.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vermilion.clinical.NearMiss;

/// What the key `store` may say: the address of a PostgreSQL database, without a secret in it.
///
/// The driver passes over a parameter that it does not know, so that `sslmod=verify-full` would
/// send a record in clear; here it is refused.
final class StoreUrl {
  private static final String SCHEME = "jdbc:postgresql://";
  private static final String EXPECTED =
      "expected jdbc:postgresql://host:port/database, where several hosts stand between commas";
  private static final List<String> PARAMETERS =
      List.of(
          "ApplicationName",
          "channelBinding",
          "connectTimeout",
          "currentSchema",
          "gssEncMode",
          "hostRecheckSeconds",
          "loadBalanceHosts",
          "loginTimeout",
          "socketTimeout",
          "sslcert",
          "sslkey",
          "sslmode",
          "sslnegotiation",
          "sslrootcert",
          "targetServerType",
          "tcpKeepAlive");

  private StoreUrl() {}

  /// What is wrong with `url`; empty: nothing. A secret in it is not repeated.
  static Optional<String> wrong(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (url.contains("@") || lower.contains("password") || lower.contains("user=")) {
      return Optional.of(
          "found a user or a password in the address, where logs and lists of processes show it;"
              + " expected them in store-user and store-password-file");
    }
    if (!url.startsWith(SCHEME)) {
      return Optional.of("found \"" + url + "\", " + EXPECTED);
    }
    String rest = url.substring(SCHEME.length());
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    int slash = place.indexOf('/');
    boolean named = slash > 0 && slash < place.length() - 1 && place.indexOf('/', slash + 1) < 0;
    if (!named || !areHosts(place.substring(0, slash)) || place.contains(" ")) {
      return Optional.of("found \"" + url + "\", " + EXPECTED);
    }
    return question < 0 ? Optional.empty() : wrongParameter(rest.substring(question + 1));
  }

  private static boolean areHosts(String hosts) {
    for (String host : hosts.split(",", -1)) {
      int colon = host.indexOf(':', host.indexOf(']') + 1);
      String port = colon < 0 ? "5432" : host.substring(colon + 1);
      boolean number =
          !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
      if (host.isEmpty() || colon == 0 || !number) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> wrongParameter(String query) {
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (!PARAMETERS.contains(name) || equals == parameter.length() - 1 || equals < 0) {
        return Optional.of(
            "found the parameter \""
                + parameter
                + "\", expected name=value with a name of "
                + String.join(", ", PARAMETERS)
                + LineRefusal.hint(NearMiss.of(name, PARAMETERS)));
      }
    }
    return Optional.empty();
  }
}
