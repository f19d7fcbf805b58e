package vermilion.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.NearMiss;
import vermilion.service.EmailAddress;
import vermilion.service.MailSettings;
import vermilion.service.Publishing;
import vermilion.service.StaffSessions;
import vermilion.service.StorePlace;
import vermilion.service.TextSettings;

/// What a clinic's own install is told: lines of `key = value`, comments behind `#` at the
/// beginning of a line. Paths are seen from the file's folder.
///
/// @param store where the record lies; its data folder is required
/// @param protocols the folder of the protocols; required
/// @param clinician who signs the protocols that patients are followed up by; empty: nobody yet
/// @param host the address to listen on
/// @param port the port to listen on; 0: any that is free
/// @param baseUrl how patients and staff reach it from outside; empty: by host and port
/// @param publishing the education pages, and the servers that take messages
/// @param signOutAfter after how long without a request staff are signed out
public record Config(
    StorePlace store,
    Path protocols,
    Optional<String> clinician,
    String host,
    int port,
    Optional<String> baseUrl,
    Publishing publishing,
    Duration signOutAfter) {
  /// Where it listens if nothing is said: this machine alone hears it.
  public static final String USUAL_HOST = "127.0.0.1";

  /// The port if nothing is said.
  public static final int USUAL_PORT = 8080;

  private static final int MOST_PORT = 65_535;
  private static final int LEAST_IDLE = 5;
  private static final int MOST_IDLE = 720;

  private static final List<String> KEYS =
      List.of(
          "data",
          "store",
          "store-user",
          "store-password-file",
          "master-key",
          "backups",
          "protocols",
          "clinician",
          "host",
          "port",
          "base-url",
          "articles",
          "publisher",
          "smtp",
          "smtp-user",
          "smtp-password-file",
          "mail-from",
          "sign-out-minutes",
          "sms",
          "sms-user",
          "sms-password-file",
          "sms-from");

  /// What came of reading a file.
  sealed interface Reading {
    /// It says this.
    record Read(Config config) implements Reading {}

    /// It cannot be used; everything that is wrong.
    record Broken(List<Complaint> complaints) implements Reading {}
  }

  /// Reads a file.
  static Reading read(Path file) {
    return switch (TextFile.of(file)) {
      case TextFile.Unreadable unreadable -> new Reading.Broken(List.of(unreadable.why()));
      case TextFile.Read read -> new Lines(file).read(read.text());
    };
  }

  /// Reads line by line and gathers what is wrong.
  private static final class Lines {
    private final Path file;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();

    Lines(Path file) {
      this.file = file;
    }

    Reading read(String text) {
      int number = 0;
      for (String line : text.split("\n", -1)) {
        number++;
        String said = line.strip();
        if (!said.isEmpty() && !said.startsWith("#")) {
          take(said, number);
        }
      }
      StorePlace store = store();
      Path protocols = required("protocols");
      int port = port();
      String host = values.getOrDefault("host", USUAL_HOST);
      Optional<String> clinician = Optional.ofNullable(values.get("clinician"));
      Optional<String> baseUrl = baseUrl();
      Publishing publishing = publishing();
      Duration signOutAfter = signOutAfter();
      return complaints.isEmpty()
          ? new Reading.Read(
              new Config(
                  store, protocols, clinician, host, port, baseUrl, publishing, signOutAfter))
          : new Reading.Broken(complaints);
    }

    private void take(String said, int number) {
      int equals = said.indexOf('=');
      String key = equals < 0 ? said : said.substring(0, equals).strip();
      String value = equals < 0 ? "" : said.substring(equals + 1).strip();
      if (!KEYS.contains(key)) {
        complain(
            number,
            "found the key \""
                + key
                + "\", expected one of "
                + String.join(", ", KEYS)
                + LineRefusal.hint(NearMiss.of(key, KEYS)));
      } else if (value.isEmpty()) {
        complain(number, "found no value, expected " + key + " = a value");
        values.put(key, "");
      } else if (values.putIfAbsent(key, value) != null) {
        complain(number, "found " + key + " again, expected it once");
      }
      lines.putIfAbsent(key, number);
    }

    private StorePlace store() {
      Path data = required("data");
      Optional<Path> masterKey = Optional.ofNullable(values.get("master-key")).map(this::path);
      Optional<Path> backups = Optional.ofNullable(values.get("backups")).map(this::path);
      return new StorePlace(data, masterKey, database(), backups);
    }

    private Optional<StorePlace.Database> database() {
      Optional<String> url = Optional.ofNullable(values.get("store"));
      for (String key : List.of("store-user", "store-password-file")) {
        if (url.isEmpty() && values.containsKey(key)) {
          complain(
              lines.getOrDefault(key, 1), "found " + key + ", expected it only beside a store");
        }
      }
      if (url.isEmpty() || url.get().isEmpty()) {
        return Optional.empty();
      }
      int line = lines.getOrDefault("store", 1);
      StoreUrl.wrong(url.get()).ifPresent(wrong -> complain(line, wrong));
      if (!values.containsKey("store-user")) {
        complain(line, "found no store-user, expected store-user = the role that signs in");
      }
      return Optional.of(
          new StorePlace.Database(
              url.get(),
              values.getOrDefault("store-user", ""),
              Optional.ofNullable(values.get("store-password-file")).map(this::path)));
    }

    private Path required(String key) {
      String value = values.get(key);
      if (value == null) {
        complain(1, "found no " + key + ", expected " + key + " = a folder");
      }
      return path(value == null ? "" : value);
    }

    private Path path(String value) {
      return file.toAbsolutePath().resolveSibling(value).normalize();
    }

    private Duration signOutAfter() {
      String value = values.getOrDefault("sign-out-minutes", "");
      int minutes = number(value);
      if (value.isEmpty()) {
        return StaffSessions.Settings.USUAL_IDLE;
      }
      if (minutes < LEAST_IDLE || minutes > MOST_IDLE) {
        complain(
            lines.getOrDefault("sign-out-minutes", 1),
            "found \""
                + value
                + "\", expected whole minutes from "
                + LEAST_IDLE
                + " to "
                + MOST_IDLE
                + " after which staff are signed out");
      }
      return Duration.ofMinutes(minutes);
    }

    /// A whole number of up to five digits, or -1.
    private static int number(String value) {
      boolean number = value.length() <= 5 && value.chars().allMatch(c -> c >= '0' && c <= '9');
      return number && !value.isEmpty() ? Integer.parseInt(value) : -1;
    }

    private int port() {
      String value = values.getOrDefault("port", Integer.toString(USUAL_PORT));
      int port = number(value);
      if (!value.isEmpty() && (port < 0 || port > MOST_PORT)) {
        complain(
            lines.getOrDefault("port", 1),
            "found the port \"" + value + "\", expected a number from 0 to " + MOST_PORT);
      }
      return port;
    }

    private Optional<String> baseUrl() {
      String value = values.getOrDefault("base-url", "");
      if (value.isEmpty()) {
        return Optional.empty();
      }
      boolean plain = value.startsWith("https://") || value.startsWith("http://");
      if (!plain || value.endsWith("/") || value.contains(" ")) {
        complain(
            lines.getOrDefault("base-url", 1),
            "found \"" + value + "\", expected an address such as https://care.example.org");
      }
      return Optional.of(value);
    }

    private Publishing publishing() {
      return new Publishing(
          Optional.ofNullable(values.get("articles")).map(this::path),
          Optional.ofNullable(values.get("publisher")),
          mail(),
          texts());
    }

    private Optional<TextSettings> texts() {
      String address = values.getOrDefault("sms", "");
      if (address.isEmpty()) {
        onlyBeside("sms", "sms-user", "sms-password-file", "sms-from");
        return Optional.empty();
      }
      int line = lines.getOrDefault("sms", 1);
      Optional<URI> gateway = SmsUrl.of(address);
      if (gateway.isEmpty()) {
        complain(line, "found the text gateway \"" + address + "\", expected " + SmsUrl.EXPECTED);
      }
      if (!values.containsKey("sms-user") || !values.containsKey("sms-password-file")) {
        complain(line, "found no sms-user and sms-password-file beside sms, expected both");
        return Optional.empty();
      }
      Path password = path(values.get("sms-password-file"));
      readable("sms-password-file", password);
      return gateway.map(known ->
          new TextSettings(
              known,
              values.get("sms-user"),
              password,
              Optional.ofNullable(values.get("sms-from"))));
    }

    /// What means nothing without a key that is not there.
    private void onlyBeside(String missing, String... keys) {
      for (String key : keys) {
        if (values.containsKey(key)) {
          complain(lines.getOrDefault(key, 1), "found " + key + ", expected it beside " + missing);
        }
      }
    }

    private void readable(String key, Path file) {
      if (!Files.isReadable(file)) {
        complain(
            lines.getOrDefault(key, 1),
            "found no file " + file + " that can be read, expected the password in it");
      }
    }

    private Optional<MailSettings> mail() {
      String url = values.getOrDefault("smtp", "");
      if (url.isEmpty()) {
        onlyBeside("smtp", "smtp-user", "smtp-password-file", "mail-from");
        return Optional.empty();
      }
      int line = lines.getOrDefault("smtp", 1);
      Optional<SmtpUrl> server = SmtpUrl.of(url);
      if (server.isEmpty()) {
        complain(line, "found the mail server \"" + url + "\", expected " + SmtpUrl.EXPECTED);
      }
      if (values.getOrDefault("base-url", "").isEmpty()) {
        complain(line, "found no base-url beside smtp, expected it: links in mails begin with it");
      }
      String from = values.getOrDefault("mail-from", "");
      if (EmailAddress.of(from).isEmpty()) {
        complain(
            lines.getOrDefault("mail-from", line),
            "found the sender \"" + from + "\", expected mail-from = news@example.org");
      }
      Optional<MailSettings.Login> login = login(line);
      return server.map(
          known -> new MailSettings(known.host(), known.port(), known.security(), login, from));
    }

    private Optional<MailSettings.Login> login(int line) {
      Optional<String> user = Optional.ofNullable(values.get("smtp-user"));
      Optional<Path> password =
          Optional.ofNullable(values.get("smtp-password-file")).map(this::path);
      if (user.isPresent() != password.isPresent()) {
        complain(line, "found one of smtp-user and smtp-password-file, expected both or none");
      }
      if (user.isEmpty() || password.isEmpty()) {
        return Optional.empty();
      }
      readable("smtp-password-file", password.get());
      return Optional.of(new MailSettings.Login(user.get(), password.get()));
    }

    private void complain(int line, String message) {
      complaints.add(new Complaint(file + ":" + line + ":1", message));
    }
  }
}
