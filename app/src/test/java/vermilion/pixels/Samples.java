package vermilion.pixels;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/// Files of made-up photos for tests: no person is on any of them.
public final class Samples {

  private Samples() {}

  /// A picture whose left upper corner is red, on a ground of skin.
  static BufferedImage picture(int width, int height) {
    return picture(width, height, 0);
  }

  /// The same on a ground of its own for every seed.
  private static BufferedImage picture(int width, int height, int seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(200, 150 + seed % 60, 130 + seed % 100));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(new Color(150, 60, 70));
    graphics.fillOval(width / 4, height / 2, width / 2, height / 8);
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 3, height / 3);
    graphics.dispose();
    return image;
  }

  /// A JPEG file.
  static byte[] jpeg(int width, int height) {
    return jpeg(width, height, 0);
  }

  /// A JPEG file of its own for every seed.
  public static byte[] jpeg(int width, int height, int seed) {
    return file(picture(width, height, seed), "jpeg");
  }

  /// A PNG file.
  static byte[] png(int width, int height) {
    return png(width, height, 0);
  }

  /// A PNG file of its own for every seed.
  public static byte[] png(int width, int height, int seed) {
    return file(picture(width, height, seed), "png");
  }

  static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A JPEG as a phone makes it: with a place, a device, a small picture and a turn.
  static byte[] withExif(byte[] jpeg, int orientation) {
    ByteArrayOutputStream tiff = new ByteArrayOutputStream();
    tiff.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
    tiff.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
    tiff.writeBytes(new byte[] {0, 0, 0, 0});
    tiff.writeBytes("GPS 51.5,-0.1 Pixel-9 ".getBytes(StandardCharsets.US_ASCII));
    tiff.writeBytes(jpeg(80, 80));
    byte[] content = tiff.toByteArray();
    int length = 2 + 6 + content.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    out.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    out.writeBytes(content);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }
}
