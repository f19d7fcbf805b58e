package vermilion.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vermilion.service.Bytes;
import vermilion.service.CheckInCourse;
import vermilion.service.CheckInCourse.Place;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.Sha256;
import vermilion.service.Worklist;
import vermilion.service.WorklistEntry;
import vermilion.service.WorklistRow;

/// What is asked of the worklist lines: who waits by one index, everybody else counted by another.
final class WorklistReads {

  private static final String SELECT =
      """
      SELECT w.episode, w.level_rank, w.deadline, w.next_change, w.updated, w.course,
        w.course_change, w.nonce, w.card, k.patient, k.key_id, k.master_id, k.wrapped
      FROM worklist w
      LEFT JOIN patient_key k ON k.clinic = w.clinic AND k.key_id = w.key_id
      WHERE w.clinic = ?
      """;
  private static final String URGENCY =
      " ORDER BY w.level_rank DESC, w.deadline IS NULL, w.deadline, w.episode";
  private static final String ALL = SELECT + URGENCY + " LIMIT ?";
  private static final String OF_EPISODE = SELECT + " AND w.episode = ?";

  // The numbers are those of the indexes of migration 3, written out: an index of some rows is
  // taken only for a question about no others.
  private static final String WAITING =
      "SELECT w.episode, w.level_rank, w.deadline, w.updated, w.nonce FROM worklist w"
          + " WHERE w.clinic = ? AND w.level_rank >= 2"
          + URGENCY;
  private static final String WAITING_CARDS = SELECT + " AND w.level_rank >= 2" + URGENCY;
  private static final String COURSES =
      "SELECT course, count(*) FROM worklist"
          + " WHERE clinic = ? AND course < 4 AND level_rank < 2 GROUP BY course";

  // Everybody is counted by the number of the register's last entry; who was erased has no line.
  // They
  // are few and have an index of their own. CROSS keeps SQLite from going over all episodes first,
  // and
  // the comparison of the patient, which is always true, from going over all keys.
  private static final String EPISODES =
      "SELECT coalesce(max(ordinal), 0) FROM episode WHERE clinic = ?";
  private static final String ERASED =
      "SELECT count(*) FROM patient_key k"
          + " CROSS JOIN episode e"
          + " WHERE k.clinic = ? AND k.patient > '' AND k.destroyed IS NOT NULL"
          + " AND e.clinic = k.clinic AND e.patient = k.patient";

  /// What a look at the worklist asks where it knows every card: none of it may visit what is not
  /// counted.
  static final List<String> OF_A_LOOK = List.of(WAITING, COURSES, EPISODES, ERASED);

  private static final String BY_CHANGE =
      "SELECT episode FROM worklist WHERE clinic = ? AND next_change <= ?"
          + " ORDER BY next_change LIMIT ?";
  private static final String BY_COURSE =
      "SELECT episode FROM worklist WHERE clinic = ? AND course_change <= ?"
          + " ORDER BY course_change LIMIT ?";
  private static final String STRAYS =
      """
      SELECT w.episode FROM worklist w
      LEFT JOIN episode e ON e.clinic = w.clinic AND e.episode = w.episode
      LEFT JOIN patient_key k ON k.clinic = e.clinic AND k.patient = e.patient
      WHERE w.clinic = ? AND k.wrapped IS NULL ORDER BY w.episode
      """;

  /// So many cards are asked for one by one; of more, all that wait are asked for at once.
  private static final int ONE_BY_ONE = 50;

  private final Keyring keys;

  WorklistReads(Keyring keys) {
    this.keys = keys;
  }

  List<WorklistEntry> byUrgency(Session session, String clinic, int limit) throws SQLException {
    return session.all(ALL, row -> whole(clinic, row), clinic, limit);
  }

  private WorklistEntry whole(String clinic, ResultSet row) throws SQLException {
    EpisodeRef episode = new EpisodeRef(clinic, row.getString(1));
    Bytes card = card(clinic, row).orElseThrow(() -> changed(episode));
    return entry(clinic, row, card);
  }

  /// Who waits and how many do not, as the session sees them.
  Worklist.Everybody everybody(Session session, String clinic, Worklist.Known known)
      throws SQLException {
    List<Worklist.Waiting> waiting = session.all(WAITING, row -> waiting(clinic, row), clinic);
    List<EpisodeRef> wanted = new ArrayList<>();
    for (Worklist.Waiting one : waiting) {
      if (one.seal().size() > 0 && !known.knows(one.episode(), one.seal())) {
        wanted.add(one.episode());
      }
    }
    if (!wanted.isEmpty()) {
      Map<EpisodeRef, Bytes> cards = cards(session, clinic, wanted);
      waiting.replaceAll(one -> one.with(cards.getOrDefault(one.episode(), Bytes.NONE)));
    }
    return new Worklist.Everybody(waiting, others(session, clinic, waiting.size()));
  }

  /// Each card is sealed under a nonce of its own, so that the nonces tell whether any was written.
  Bytes mark(Session session, String clinic) throws SQLException {
    MessageDigest digest = Sha256.begin();
    session.each(
        WAITING,
        row -> {
          String line = row.getString(1) + " " + row.getInt(2) + " " + row.getLong(4) + " ";
          digest.update(line.getBytes(StandardCharsets.UTF_8));
          digest.update(EventRow.bytes(row, 5));
        },
        clinic);
    return Bytes.of(digest.digest());
  }

  private static Worklist.Waiting waiting(String clinic, ResultSet row) throws SQLException {
    return new Worklist.Waiting(
        new EpisodeRef(clinic, row.getString(1)),
        row.getInt(2),
        instant(row, 3),
        Instant.ofEpochMilli(row.getLong(4)),
        Bytes.of(EventRow.bytes(row, 5)),
        Bytes.NONE);
  }

  /// The cards that open, by their episodes.
  private Map<EpisodeRef, Bytes> cards(Session session, String clinic, List<EpisodeRef> wanted)
      throws SQLException {
    Map<EpisodeRef, Bytes> cards = new HashMap<>();
    Session.Visit keep =
        row -> {
          Optional<Bytes> card = card(clinic, row);
          if (card.isPresent()) {
            cards.put(new EpisodeRef(clinic, row.getString(1)), card.get());
          }
        };
    if (wanted.size() > ONE_BY_ONE) {
      session.each(WAITING_CARDS, keep, clinic);
    } else {
      for (EpisodeRef one : wanted) {
        session.each(OF_EPISODE, keep, clinic, one.episode());
      }
    }
    return cards;
  }

  private static Worklist.Others others(Session session, String clinic, int waiting)
      throws SQLException {
    int[] counts = new int[Place.FINISHED.code()];
    session.each(COURSES, row -> counts[Place.of(row.getInt(1)).code()] += row.getInt(2), clinic);
    int finished = number(session, EPISODES, clinic) - number(session, ERASED, clinic) - waiting;
    for (int count : counts) {
      finished -= count;
    }
    return new Worklist.Others(
        counts[Place.ANSWERED.code()],
        counts[Place.MISSED.code()],
        counts[Place.OPEN.code()],
        counts[Place.NOT_YET_ASKED.code()],
        Math.max(0, finished));
  }

  /// Whose lines are due.
  record Due(String clinic, Instant until, int limit) {}

  List<EpisodeRef> changing(Session session, Due due) throws SQLException {
    return due(session, BY_CHANGE, due);
  }

  List<EpisodeRef> moving(Session session, Due due) throws SQLException {
    return due(session, BY_COURSE, due);
  }

  Worklist.KeptLine line(Session session, EpisodeRef episode) throws SQLException {
    String clinic = episode.clinic();
    return session
        .first(OF_EPISODE, row -> kept(clinic, row), clinic, episode.episode())
        .orElseGet(Worklist.KeptLine.None::new);
  }

  List<EpisodeRef> strays(Session session, String clinic) throws SQLException {
    return session.all(STRAYS, row -> new EpisodeRef(clinic, row.getString(1)), clinic);
  }

  private static List<EpisodeRef> due(Session session, String sql, Due due) throws SQLException {
    return session.all(
        sql,
        row -> new EpisodeRef(due.clinic(), row.getString(1)),
        due.clinic(),
        due.until().toEpochMilli(),
        due.limit());
  }

  private Worklist.KeptLine kept(String clinic, ResultSet row) throws SQLException {
    Optional<Bytes> card = card(clinic, row);
    return card.isPresent()
        ? new Worklist.KeptLine.Whole(entry(clinic, row, card.get()))
        : new Worklist.KeptLine.Damaged();
  }

  /// The opened card; none where there is none, empty where it does not open.
  private Optional<Bytes> card(String clinic, ResultSet row) throws SQLException {
    Sealed card = new Sealed(EventRow.bytes(row, 8), EventRow.bytes(row, 9));
    @Nullable String patient = row.getString(10);
    if (patient == null) {
      return Optional.empty();
    }
    if (card.ciphertext.length == 0) {
      return Optional.of(Bytes.NONE);
    }
    EpisodeRef episode = new EpisodeRef(clinic, row.getString(1));
    return keys.fromRow(clinic, patient, row, 11)
        .flatMap(key -> key.open(WorklistTable.bound(episode, key.id()), card))
        .map(Bytes::of);
  }

  private static WorklistEntry entry(String clinic, ResultSet row, Bytes card) throws SQLException {
    return new WorklistEntry(
        new EpisodeRef(clinic, row.getString(1)),
        Instant.ofEpochMilli(row.getLong(5)),
        new WorklistRow(
            row.getInt(2),
            instant(row, 3),
            instant(row, 4),
            new CheckInCourse(Place.of(row.getInt(6)), instant(row, 7)),
            card));
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static int number(Session session, String sql, String clinic) throws SQLException {
    return session.first(sql, row -> row.getInt(1), clinic).orElse(0);
  }

  private static JournalFailure changed(EpisodeRef episode) {
    return new JournalFailure(Kind.TAMPERED, "the worklist card of " + episode + " does not open");
  }
}
