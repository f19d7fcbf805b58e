package vermilion.content;

/// A place in a protocol file.
///
/// @param file the file's name, without its folder
/// @param line from 1
/// @param column from 1, in characters
public record Place(String file, int line, int column) implements Comparable<Place> {

  /// The first character of a file.
  static Place first(String file) {
    return new Place(file, 1, 1);
  }

  /// The place so many characters further on the same line.
  Place right(int characters) {
    return new Place(file, line, column + characters);
  }

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
