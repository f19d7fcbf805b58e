package vermilion.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Files of made-up photos for tests: no person is on any of them.
public final class Pictures {

  private Pictures() {}

  /// A picture whose left upper corner is red, on a ground of its own for every seed.
  public static BufferedImage picture(int width, int height, int seed) {
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
  public static byte[] jpeg(int width, int height, int seed) {
    return file(picture(width, height, seed), "jpeg");
  }

  /// A PNG file.
  public static byte[] png(int width, int height, int seed) {
    return file(picture(width, height, seed), "png");
  }

  private static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
