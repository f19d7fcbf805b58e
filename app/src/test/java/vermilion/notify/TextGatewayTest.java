package vermilion.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.Mail;
import vermilion.service.MailSender.Outcome;
import vermilion.service.Senders;
import vermilion.service.TextSettings;

/// Text messages as a real gateway takes them, and as it refuses them.
final class TextGatewayTest {

  @TempDir Path folder;

  private static Mail text(String words) {
    return new Mail(
        new UUID(1, 2),
        new UUID(3, 4),
        Mail.Kind.REMINDER,
        "+447700900123",
        new Mail.Words("A reminder", words, ""),
        Optional.empty(),
        Instant.parse("2026-03-28T12:00:00Z"));
  }

  private TextSettings settings(URI address, String password) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), password + "\n");
    return new TextSettings(address, "clinic", file, Optional.of("Clinic"));
  }

  @Test
  void a_message_reaches_the_telephone_company_in_every_script() throws IOException {
    assumeThat(KannelGateway.isHere()).isTrue();
    try (KannelGateway kannel = new KannelGateway(folder)) {
      TextGateway gateway = new TextGateway(settings(kannel.address(), "secret"));

      assertThat(gateway.send(text("It is time, café & more + 1?")))
          .isInstanceOf(Outcome.Sent.class);
      assertThat(kannel.next())
          .contains("Clinic", "+447700900123", "text It is time, café & more + 1?");
      assertThat(gateway.send(text("حان"))).isInstanceOf(Outcome.Sent.class);
      assertThat(kannel.next()).contains("+447700900123 ucs-2");
      assertThat(new TextGateway(settings(kannel.address(), "wrong")).send(text("x")))
          .isEqualTo(new Outcome.Later("the text gateway answered 403"));
      URI elsewhere = kannel.address().resolve("/cgi-bin/none");
      assertThat(new TextGateway(settings(elsewhere, "secret")).send(text("x")))
          .isEqualTo(new Outcome.Never("the text gateway answered 404"));
    }
  }

  @Test
  void without_a_gateway_a_message_waits() throws IOException {
    Outcome none = new Senders(Optional.empty(), Optional.empty()).send(text("x"));
    URI shut = URI.create("http://localhost:1/cgi-bin/sendsms");

    assertThat(none).isEqualTo(new Outcome.Later("the settings name no text gateway"));
    assertThat(new TextGateway(settings(shut, "secret")).send(text("x")))
        .isEqualTo(new Outcome.Later("the text gateway did not answer"));
  }
}
