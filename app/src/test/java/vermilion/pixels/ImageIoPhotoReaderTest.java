package vermilion.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermilion.service.Bytes;
import vermilion.service.PhotoReader;

/// What is left of a file that somebody sends as a photo.
final class ImageIoPhotoReaderTest {

  private static final PhotoReader READER = new ImageIoPhotoReader();

  private static PhotoReader.Reading.Read read(byte[] file) {
    assertThat(READER.read(Bytes.of(file))).isInstanceOf(PhotoReader.Reading.Read.class);
    return (PhotoReader.Reading.Read) READER.read(Bytes.of(file));
  }

  private static String refusal(byte[] file) {
    assertThat(READER.read(Bytes.of(file))).isInstanceOf(PhotoReader.Reading.Refused.class);
    return ((PhotoReader.Reading.Refused) READER.read(Bytes.of(file))).found();
  }

  private static BufferedImage image(Bytes file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file.toArray()));
  }

  @Test
  void no_place_device_or_small_picture_is_left() {
    byte[] file = Samples.withExif(Samples.jpeg(300, 200), 1);
    assertThat(latin(file)).contains("Pixel-9", "Exif");

    PhotoReader.Reading.Read read = read(file);

    for (Bytes picture : List.of(read.picture(), read.thumbnail())) {
      assertThat(latin(picture.toArray())).doesNotContain("Pixel-9", "Exif", "GPS");
      assertThat(Outline.of(picture.toArray()))
          .isInstanceOfSatisfying(
              Outline.Look.Seen.class, seen -> assertThat(seen.outline().orientation()).isOne());
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_photo_stands_as_it_is_meant_to_be_seen(int orientation) throws IOException {
    // Where the red corner of the stored picture is meant to be seen, by EXIF's table.
    boolean right = List.of(2, 3, 6, 7).contains(orientation);
    boolean below = List.of(3, 4, 7, 8).contains(orientation);

    BufferedImage seen =
        image(read(Samples.withExif(Samples.jpeg(300, 150), orientation)).picture());

    boolean lying = orientation >= 5;
    assertThat(seen.getWidth()).isEqualTo(lying ? 150 : 300);
    assertThat(seen.getHeight()).isEqualTo(lying ? 300 : 150);
    assertThat(isRed(seen, right, below)).isTrue();
    assertThat(isRed(seen, !right, below)).isFalse();
    assertThat(isRed(seen, right, !below)).isFalse();
  }

  private static boolean isRed(BufferedImage image, boolean right, boolean below) {
    Color color =
        new Color(
            image.getRGB(right ? image.getWidth() - 8 : 8, below ? image.getHeight() - 8 : 8));
    return color.getRed() > 220 && color.getGreen() < 60;
  }

  @Test
  void a_large_photo_is_made_smaller_and_a_small_one_stays() throws IOException {
    BufferedImage large = image(read(Samples.jpeg(3000, 2400)).picture());
    assertThat(List.of(large.getWidth(), large.getHeight())).containsExactly(2000, 1600);
    PhotoReader.Reading.Read small = read(Samples.png(640, 800));
    assertThat(image(small.picture()).getHeight()).isEqualTo(800);
    assertThat(image(small.thumbnail()).getHeight()).isEqualTo(256);
  }

  @Test
  void what_is_no_photo_is_told_by_its_bytes() {
    assertThat(refusal(new byte[0])).isEqualTo("neither a JPEG nor a PNG");
    assertThat(refusal("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("neither a JPEG nor a PNG");
    assertThat(refusal(Samples.file(Samples.picture(100, 100), "gif")))
        .isEqualTo("neither a JPEG nor a PNG");
    assertThat(refusal(Samples.jpeg(40, 400))).isEqualTo("40 x 400 pixels");
  }

  @Test
  void a_file_cut_anywhere_is_refused() {
    for (byte[] file : List.of(Samples.jpeg(120, 90), Samples.png(120, 90))) {
      for (int end = 0; end < file.length - 1; end += 1 + end / 40) {
        assertThat(READER.read(Bytes.of(Arrays.copyOf(file, end))))
            .as("%d of %d bytes", end, file.length)
            .isInstanceOf(PhotoReader.Reading.Refused.class);
      }
    }
  }

  @Test
  void damage_is_refused_or_harmless_and_never_thrown() {
    SplittableRandom random = new SplittableRandom(17);
    for (byte[] file : List.of(Samples.jpeg(120, 90), Samples.png(120, 90))) {
      for (int i = 0; i < 300; i++) {
        byte[] damaged = file.clone();
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
        assertThat(READER.read(Bytes.of(damaged))).isNotNull();
      }
    }
  }

  @Test
  void a_second_file_behind_the_photo_does_not_come_in() {
    byte[] photo = Samples.jpeg(200, 200);
    byte[] page = "<script>alert(document.domain)</script>".getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(photo, photo.length + page.length);
    System.arraycopy(page, 0, both, photo.length, page.length);

    assertThat(latin(read(both).picture().toArray())).doesNotContain("script");
  }

  /// A few thousand bytes that stand for 30000 x 30000 pixels.
  @Test
  void a_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() {
    byte[] png = Samples.png(64, 64);
    four(png, 16, 30_000);
    four(png, 20, 30_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    four(png, 29, (int) crc.getValue());
    assertThat(refusal(png)).isEqualTo("30000 x 30000 pixels");

    four(png, 16, -1);
    crc.reset();
    crc.update(png, 12, 17);
    four(png, 29, (int) crc.getValue());
    assertThat(refusal(png)).isEqualTo("-1 x 30000 pixels");
  }

  private static void four(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 24);
    bytes[at + 1] = (byte) (value >> 16);
    bytes[at + 2] = (byte) (value >> 8);
    bytes[at + 3] = (byte) value;
  }
}
