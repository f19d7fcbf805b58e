package vermilion.pixels;

/// What an image file says of itself before any pixel is decoded.
///
/// @param format `jpeg` or `png`
/// @param width in pixels, as stored
/// @param height in pixels, as stored
/// @param orientation how it is to be turned, 1 to 8 as EXIF counts
record Outline(String format, int width, int height, int orientation) {

  /// What came of looking at a file.
  sealed interface Look {
    /// It is whole.
    ///
    /// @param outline what it says
    record Seen(Outline outline) implements Look {}

    /// It is not.
    ///
    /// @param found what is wrong with it
    record Broken(String found) implements Look {}
  }

  /// Looks at a file by its bytes alone; its name and its declared type count for nothing.
  static Look of(byte[] file) {
    if (Jpeg.isOne(file)) {
      return Jpeg.look(file);
    }
    return Png.isOne(file) ? Png.look(file) : new Look.Broken("neither a JPEG nor a PNG");
  }
}
