package vermilion.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// The request of one check-in of an episode, with another id each time that it is sent.
final class CheckInRequest {
  private static final String NO_ID = new UUID(0, 0).toString();

  private final byte[] bytes;
  private final int idAt;

  private CheckInRequest(byte[] bytes) {
    this.bytes = bytes;
    this.idAt = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(NO_ID);
  }

  /// The request of a patient.
  ///
  /// @param episode the id of the episode
  /// @param token what opens it
  static CheckInRequest of(String episode, String token, Map<String, String> answers) {
    var body = "[" + event(new UUID(0, 0), answers).text() + "]";
    return new CheckInRequest(request("/api/episodes/" + episode + "/events", token, body));
  }

  /// Bytes of a request that brings JSON.
  static byte[] request(String path, String token, String body) {
    var content = body.getBytes(StandardCharsets.UTF_8);
    var head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    var start = head.getBytes(StandardCharsets.US_ASCII);
    var all = Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, all, start.length, content.length);
    return all;
  }

  /// A check-in with all that the form asks.
  static Json event(UUID id, Map<String, String> answers) {
    var sheet = Json.object();
    answers.forEach(sheet::put);
    return Json.object()
        .put("id", id.toString())
        .put("type", "check-in")
        .put("at", UtcText.of(Instant.ofEpochSecond(Instant.now().getEpochSecond())))
        .put("form", "full")
        .put("complete", true)
        .put("answers", sheet.build())
        .build();
  }

  /// An id that nobody else has.
  static UUID newId(SplittableRandom random) {
    return new UUID(
        (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | (1L << 63));
  }

  /// The next one.
  byte[] next(SplittableRandom random) {
    var id = newId(random).toString();
    for (var i = 0; i < id.length(); i++) {
      bytes[idAt + i] = (byte) id.charAt(i);
    }
    return bytes;
  }
}
