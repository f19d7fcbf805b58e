package vermilion.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small text file that a command is pointed at.
sealed interface TextFile {
  /// The most bytes of such a file.
  int MOST_BYTES = 1 << 20;

  /// What the file says.
  record Read(String text) implements TextFile {}

  /// Why it cannot be read.
  record Unreadable(Complaint why) implements TextFile {}

  /// Reads a file.
  static TextFile of(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException unreadable) {
      return new Unreadable(new Complaint(file + ":1:1", "no readable file, expected a text file"));
    }
    if (bytes.length > MOST_BYTES) {
      return new Unreadable(
          new Complaint(file + ":1:1", "more than " + MOST_BYTES + " bytes, expected fewer"));
    }
    try {
      return new Read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException noText) {
      return new Unreadable(
          new Complaint(file + ":1:1", noText.getMessage() + ", expected UTF-8 text"));
    }
  }
}
