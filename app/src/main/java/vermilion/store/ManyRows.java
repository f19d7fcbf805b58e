package vermilion.store;

import java.util.Collections;
import java.util.List;

/// A statement that writes a row, in two forms: for one, and for many whose columns are brought as
/// arrays, which spares a server most of its work for each.
///
/// @param one with a mark for each value
/// @param many with a mark for each column
/// @param types of the columns, in the words of PostgreSQL
record ManyRows(String one, String many, List<String> types) {

  /// An INSERT.
  ///
  /// @param into `INSERT INTO table (columns)`
  /// @param types of the columns
  /// @param rest what follows the rows, such as an ON CONFLICT clause
  static ManyRows insert(String into, List<String> types, String rest) {
    String marks = String.join(", ", Collections.nCopies(types.size(), "?"));
    return new ManyRows(
        into + " VALUES (" + marks + ") " + rest,
        into + " SELECT * FROM " + unnest(types) + " " + rest,
        types);
  }

  /// A table of the columns that are brought as arrays.
  static String unnest(List<String> types) {
    StringBuilder marks = new StringBuilder("unnest(");
    for (String type : types) {
      marks.append(marks.charAt(marks.length() - 1) == '(' ? "" : ", ").append("?::");
      marks.append(type).append("[]");
    }
    return marks.append(")").toString();
  }
}
