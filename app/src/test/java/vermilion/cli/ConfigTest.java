package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermilion.service.MailSettings;
import vermilion.service.Publishing;
import vermilion.service.StorePlace;

final class ConfigTest {
  @TempDir Path folder;

  private Config.Reading read(String text) throws IOException {
    Path file = folder.resolve("vermilion.conf");
    Files.writeString(file, text);
    return Config.read(file);
  }

  @Test
  void paths_are_seen_from_the_file_and_the_rest_has_defaults() throws IOException {
    assertThat(read("# a clinic\n\n data = record \nprotocols=/srv/protocols\r\n"))
        .isEqualTo(
            new Config.Reading.Read(
                new Config(
                    StorePlace.in(folder.resolve("record")),
                    Path.of("/srv/protocols"),
                    Optional.empty(),
                    "127.0.0.1",
                    8080,
                    Optional.empty(),
                    Publishing.USUAL,
                    Duration.ofMinutes(30))));
  }

  private static final String EVERYTHING =
      """
      data = /d
      protocols = /p
      clinician = Dr A
      master-key = /k/master.key
      backups = /b
      host = 0.0.0.0
      port = 0
      base-url = https://care.example.org
      store = jdbc:postgresql://db1:5432,[::1]/care?targetServerType=primary
      store-user = vermilion
      store-password-file = secret
      articles = pages
      publisher = northside
      sign-out-minutes = 5
      """;

  @Test
  void everything_can_be_said() throws IOException {
    assertThat(read(EVERYTHING))
        .isEqualTo(
            new Config.Reading.Read(
                new Config(
                    new StorePlace(
                        Path.of("/d"),
                        Optional.of(Path.of("/k/master.key")),
                        Optional.of(
                            new StorePlace.Database(
                                "jdbc:postgresql://db1:5432,[::1]/care?targetServerType=primary",
                                "vermilion",
                                Optional.of(folder.resolve("secret")))),
                        Optional.of(Path.of("/b"))),
                    Path.of("/p"),
                    Optional.of("Dr A"),
                    "0.0.0.0",
                    0,
                    Optional.of("https://care.example.org"),
                    pages(),
                    Duration.ofMinutes(5))));
  }

  private Publishing pages() {
    return new Publishing(
        Optional.of(folder.resolve("pages")),
        Optional.of("northside"),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void every_mistake_is_told_by_its_line() throws IOException {
    Config.Reading reading =
        read("dat = x\nport = 70000\nbase-url = care.example.org\nhost =\nport = 1\n");

    assertThat(((Config.Reading.Broken) reading).complaints())
        .extracting(complaint -> complaint.toString().replace(folder + "/", ""))
        .containsExactlyInAnyOrder(
            "vermilion.conf:1:1: found the key \"dat\", expected one of data, store, store-user,"
                + " store-password-file, master-key, backups, protocols, clinician, host, port,"
                + " base-url, articles, publisher, smtp, smtp-user, smtp-password-file, mail-from,"
                + " sign-out-minutes, sms, sms-user, sms-password-file, sms-from;"
                + " did you mean data?",
            "vermilion.conf:4:1: found no value, expected host = a value",
            "vermilion.conf:5:1: found port again, expected it once",
            "vermilion.conf:1:1: found no data, expected data = a folder",
            "vermilion.conf:1:1: found no protocols, expected protocols = a folder",
            "vermilion.conf:2:1: found the port \"70000\", expected a number from 0 to 65535",
            "vermilion.conf:3:1: found \"care.example.org\", expected an address such as"
                + " https://care.example.org");
  }

  @Test
  void text_messages_need_a_guarded_gateway_and_a_name() throws IOException {
    Config.Reading reading =
        read("data = d\nprotocols = p\nsms = http://gate.example.org/send\nsms-user = us\n");

    assertThat(((Config.Reading.Broken) reading).complaints())
        .extracting(complaint -> complaint.toString().replace(folder + "/", ""))
        .containsExactlyInAnyOrder(
            "vermilion.conf:3:1: found the text gateway \"http://gate.example.org/send\", expected"
                + " https://host/path, or http://localhost:13013/cgi-bin/sendsms on this machine",
            "vermilion.conf:3:1: found no sms-user and sms-password-file beside sms, expected both");
    assertThat(
            ((Config.Reading.Broken) read("data = d\nprotocols = p\nsms-from = us\n")).complaints())
        .extracting(complaint -> complaint.toString().replace(folder + "/", ""))
        .containsExactly("vermilion.conf:3:1: found sms-from, expected it beside sms");
  }

  @Test
  void mails_need_a_server_and_a_sender() throws IOException {
    Config.Reading reading =
        read(
            """
            data = d
            protocols = p
            base-url = https://care.example.org
            smtp = smtp://mail.example.org
            mail-from = news@example.org
            """);

    assertThat(((Config.Reading.Read) reading).config().publishing().mail())
        .contains(
            new MailSettings(
                "mail.example.org",
                587,
                MailSettings.Security.STARTTLS,
                Optional.empty(),
                "news@example.org"));
  }

  @Test
  void what_belongs_to_mails_is_said_whole_or_not_at_all() throws IOException {
    assertThat(complaints("mail-from = news@example.org"))
        .containsExactly("vermilion.conf:3:1: found mail-from, expected it beside smtp");
    assertThat(complaints("smtp = mail.example.org\nmail-from = news\nsmtp-user = n"))
        .containsExactlyInAnyOrder(
            "vermilion.conf:3:1: found the mail server \"mail.example.org\", expected"
                + " smtps://host, smtps://host:465 or smtp://host:587",
            "vermilion.conf:3:1: found no base-url beside smtp, expected it: links in mails begin"
                + " with it",
            "vermilion.conf:4:1: found the sender \"news\", expected mail-from ="
                + " news@example.org",
            "vermilion.conf:3:1: found one of smtp-user and smtp-password-file, expected both or"
                + " none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtps://mail.example.org", "smtps://mail.example.org:465"})
  void a_mail_server_speaks_tls_from_the_first_byte_or_after_its_greeting(String url) {
    assertThat(SmtpUrl.of(url))
        .contains(new SmtpUrl("mail.example.org", 465, MailSettings.Security.TLS));
    assertThat(SmtpUrl.of("smtp://mail.example.org"))
        .contains(new SmtpUrl("mail.example.org", 587, MailSettings.Security.STARTTLS));
    assertThat(SmtpUrl.of("smtp://localhost:25"))
        .contains(new SmtpUrl("localhost", 25, MailSettings.Security.LOOPBACK));
    assertThat(SmtpUrl.of("smtp://user:hush@mail.example.org")).isEmpty();
  }

  private List<String> complaints(String more) throws IOException {
    Config.Reading reading = read("data = d\nprotocols = p\n" + more);
    return ((Config.Reading.Broken) reading)
        .complaints().stream().map(one -> one.toString().replace(folder + "/", "")).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://db/care",
        "jdbc:sqlite:/d/journal.db",
        "jdbc:postgresql:care",
        "jdbc:postgresql://db",
        "jdbc:postgresql://db/",
        "jdbc:postgresql:///care",
        "jdbc:postgresql://db:x/care",
        "jdbc:postgresql://db:/care",
        "jdbc:postgresql://db,/care",
        "jdbc:postgresql://db/care/more"
      })
  void a_store_that_is_no_database_of_postgresql_is_refused(String url) throws IOException {
    assertThat(complaints("store = " + url + "\nstore-user = v"))
        .containsExactly(
            "vermilion.conf:3:1: found \""
                + url
                + "\", expected jdbc:postgresql://host:port/database, where several hosts stand"
                + " between commas");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://amira:hush@db/care",
        "jdbc:postgresql://db/care?password=hush",
        "jdbc:postgresql://db/care?sslmode=require&user=hush",
        "jdbc:postgresql://db/care?sslPassword=hush"
      })
  void a_secret_in_the_address_is_refused_and_not_repeated(String url) throws IOException {
    assertThat(complaints("store = " + url + "\nstore-user = v"))
        .singleElement()
        .asString()
        .startsWith("vermilion.conf:3:1: found a user or a password in the address")
        .doesNotContain("hush");
  }

  @Test
  void a_parameter_that_the_driver_would_pass_over_is_refused() throws IOException {
    assertThat(complaints("store-user = v\nstore = jdbc:postgresql://db/care?sslmod=verify-full"))
        .singleElement()
        .asString()
        .startsWith("vermilion.conf:4:1: found the parameter \"sslmod=verify-full\"")
        .endsWith("did you mean sslmode?");
  }

  @Test
  void who_signs_in_is_said_with_the_store_and_only_with_it() throws IOException {
    assertThat(complaints("store = jdbc:postgresql://db/care"))
        .containsExactly(
            "vermilion.conf:3:1: found no store-user, expected store-user = the role that signs"
                + " in");
    assertThat(complaints("store-user = v"))
        .containsExactly("vermilion.conf:3:1: found store-user, expected it only beside a store");
  }
}
