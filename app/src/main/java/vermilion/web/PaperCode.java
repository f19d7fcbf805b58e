package vermilion.web;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Optional;
import vermilion.web.page.CodeDrawing;

/// Draws a QR code for paper.
final class PaperCode {

  /// The white around it that a reader needs, in squares.
  private static final int QUIET = 4;

  private PaperCode() {}

  /// The code of a text; nothing for one that no code can hold.
  static Optional<CodeDrawing> of(String text) {
    try {
      ByteMatrix squares =
          Encoder.encode(
                  text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < squares.getHeight(); y++) {
        for (int x = 0; x < squares.getWidth(); x++) {
          if (squares.get(x, y) == 1) {
            path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
          }
        }
      }
      return Optional.of(new CodeDrawing(squares.getWidth() + 2 * QUIET, path.toString()));
    } catch (WriterException tooLong) {
      return Optional.empty();
    }
  }
}
