package vermilion.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Reads bytes as text, strictly: a character that is not there must not be guessed.
final class Utf8 {

  private Utf8() {}

  /// The text with line feeds alone; empty, and the problem told, where the bytes are none.
  static String read(byte[] bytes, Place place, Problems problems) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      problems.tell(place, "bytes that are no text", "text in UTF-8");
      return "";
    }
  }
}
