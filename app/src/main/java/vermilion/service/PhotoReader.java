package vermilion.service;

/// Makes of a file that somebody sent a photo that may be kept: its pixels, and nothing else.
public interface PhotoReader {

  /// What came of reading.
  sealed interface Reading {
    /// It is a photo.
    ///
    /// @param picture a JPEG of its pixels, turned upright
    /// @param thumbnail the same, small
    record Read(Bytes picture, Bytes thumbnail) implements Reading {}

    /// It is none that is taken.
    ///
    /// @param found what it is
    /// @param expected what would be taken
    record Refused(String found, String expected) implements Reading {}
  }

  /// Reads a file by its bytes alone.
  Reading read(Bytes sent);
}
