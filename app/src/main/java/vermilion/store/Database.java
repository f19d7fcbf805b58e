package vermilion.store;

import java.sql.SQLException;

/// One database with the tables of a store: how to make them and how to open a session. What is
/// special to a kind of database stands behind this.
interface Database extends GroupCommit.Errors {

  /// Makes or renews the tables, unless they are those of this version already.
  void prepare() throws SQLException;

  /// A session that may write; it begins a transaction that no other writer can upset.
  Session writing() throws SQLException;

  /// A session that only reads; a transaction of it sees one moment.
  Session reading() throws SQLException;

  /// How appends look at rows and write them here.
  Rows rows(MasterKey master, Keyring keys);

  /// Takes out of files and logs what an erased key may have left there.
  void forgetDeleted();

  /// Within a transaction of `session`: nobody writes until it ends.
  void keepOthersOut(Session session) throws SQLException;

  /// Closes what it holds beside the sessions that it gave away.
  void close();

  /// Which one it is, in words for an operator; never with a password.
  @Override
  String toString();
}
