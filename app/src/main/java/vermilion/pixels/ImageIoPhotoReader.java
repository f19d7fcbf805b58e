package vermilion.pixels;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vermilion.service.Bytes;
import vermilion.service.PhotoReader;
import vermilion.service.Photos;

/// Reads photos with the JDK's own decoders and writes them anew, so that nothing but pixels is
/// left: no place, no device, no small picture of what was cut away, and no second file in the same
/// bytes.
///
/// One at a time: a picture of [#MOST_PIXELS] takes some 80 MB while it is decoded.
public final class ImageIoPhotoReader implements PhotoReader {

  /// The most pixels that are decoded. A phone sends at most four million.
  static final int MOST_PIXELS = 9_000_000;

  /// The longest side of what is kept. At a metre's distance a mouth then has about 200 pixels,
  /// which measuring will need.
  static final int LONGEST_SIDE = 2_000;

  /// The longest side of the small picture.
  static final int SMALL_SIDE = 256;

  private static final int SHORTEST_SIDE = 64;
  private static final float[] QUALITIES = {0.92f, 0.8f, 0.6f};

  private final Semaphore turn = new Semaphore(1, true);

  @Override
  public Reading read(Bytes sent) {
    byte[] file = sent.toArray();
    return switch (Outline.of(file)) {
      case Outline.Look.Broken broken ->
          new Reading.Refused(broken.found(), "a whole JPEG or PNG file");
      case Outline.Look.Seen seen -> sized(file, seen.outline());
    };
  }

  private Reading sized(byte[] file, Outline outline) {
    long pixels = (long) outline.width() * outline.height();
    String size = outline.width() + " x " + outline.height() + " pixels";
    if (outline.width() <= 0 || outline.height() <= 0 || pixels > MOST_PIXELS) {
      return new Reading.Refused(size, "at most " + MOST_PIXELS + " pixels");
    }
    if (Math.min(outline.width(), outline.height()) < SHORTEST_SIDE) {
      return new Reading.Refused(size, "at least " + SHORTEST_SIDE + " pixels on each side");
    }
    turn.acquireUninterruptibly();
    try {
      return decoded(file, outline);
    } catch (IOException | RuntimeException e) {
      // The decoders answer a broken file with many kinds of exception; what it is, nobody can say.
      return new Reading.Refused(
          "a " + outline.format() + " file whose pixels cannot be read", "a whole photo in RGB");
    } finally {
      turn.release();
    }
  }

  private static Reading decoded(byte[] file, Outline outline) throws IOException {
    boolean[] damaged = {false};
    BufferedImage raw = decode(file, outline, damaged);
    boolean same = raw.getWidth() == outline.width() && raw.getHeight() == outline.height();
    if (damaged[0] || !same) {
      return new Reading.Refused("a " + outline.format() + " file that is damaged", "a whole one");
    }
    BufferedImage picture = Pixels.turned(Pixels.within(raw, LONGEST_SIDE), outline.orientation());
    BufferedImage small = Pixels.within(picture, SMALL_SIDE);
    return new Reading.Read(
        encode(picture, Photos.PHOTO_BYTES_MAX), encode(small, Photos.THUMBNAIL_BYTES_MAX));
  }

  private static BufferedImage decode(byte[] file, Outline outline, boolean[] damaged)
      throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(outline.format());
    ImageReader reader = readers.next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener((source, warning) -> damaged[0] = true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static Bytes encode(BufferedImage picture, int mostBytes) throws IOException {
    for (float quality : QUALITIES) {
      byte[] file = encode(picture, quality);
      if (file.length <= mostBytes) {
        return Bytes.of(file);
      }
    }
    throw new IOException("a picture of " + picture.getWidth() + " pixels is too large as a file");
  }

  private static byte[] encode(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }
}
