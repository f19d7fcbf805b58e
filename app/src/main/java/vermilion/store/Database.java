package vermilion.store;

import java.sql.SQLException;
import vermilion.service.JournalFailure;

/// One database with the tables of a store: how to make them and how to open a session. What is
/// special to a kind of database stands behind this.
interface Database {

  /// Makes or renews the tables, unless they are those of this version already.
  void prepare() throws SQLException;

  /// A session that may write; it begins a transaction that no other writer can upset.
  Session writing() throws SQLException;

  /// A session that only reads; a transaction of it sees one moment.
  Session reading() throws SQLException;

  /// What an error of this database means to an operator.
  JournalFailure named(SQLException e);

  /// Takes out of files and logs what an erased key may have left there.
  void forgetDeleted();

  /// Within a transaction of `session`: nobody writes until it ends.
  void keepOthersOut(Session session) throws SQLException;

  /// Which one it is, in words for an operator; never with a password.
  @Override
  String toString();
}
