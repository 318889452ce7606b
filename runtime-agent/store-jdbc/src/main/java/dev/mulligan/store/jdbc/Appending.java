package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps letters. Whoever takes a letter into another one locks that one's row; of those who find
 * none to take it into, a unique index lets one insert, and the others start again.
 */
final class Appending {
  private static final Logger LOG = LoggerFactory.getLogger(Appending.class);

  private final String known;
  private final String gone;
  private final String open;
  private final String insert;
  private final String join;
  private final String alone;
  private final String remember;

  Appending(Tables tables, Dialect dialect) {
    String select = "SELECT " + Rows.COLUMNS + " FROM " + tables.letters();
    known =
        select
            + " WHERE id = ? OR id = (SELECT letter_id FROM "
            + tables.joined()
            + " WHERE id = ?)";
    gone = "SELECT letter_id FROM " + tables.joined() + " WHERE id = ?";
    open =
        select
            + " WHERE identity_hash = ? AND state = 'STORED' AND owner IS NULL"
            + " ORDER BY CASE WHEN open_hash IS NULL THEN 1 ELSE 0 END, id LIMIT 1"
            + dialect.forUpdate();
    insert =
        "INSERT INTO "
            + tables.letters()
            + " (id, call_id, queue_name, reason, failure_type, method_name, key_value,"
            + " identity_hash, open_hash, state, failures, replays, token, owner, leased_until,"
            + " last_failure, retain_until, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?)";
    join =
        "UPDATE "
            + tables.letters()
            + " SET open_hash = ?, queue_name = ?, reason = ?, failure_type = ?, failures = ?,"
            + " last_failure = ?, retain_until = ?, body = ? WHERE id = ?";
    alone =
        "UPDATE " + tables.letters() + " SET open_hash = NULL, identity_hash = NULL WHERE id = ?";
    remember = "INSERT INTO " + tables.joined() + " (id, letter_id, joined_at) VALUES (?, ?, ?)";
  }

  /**
   * Keeps a letter.
   *
   * @return the letter as it is kept now; as it came, and nothing is changed, if it was kept and
   *     has been purged since
   * @throws SQLException a conflict among others; the same again then finds what was in the way
   * @throws IOException if it is known, and what is kept of it cannot be read
   */
  Letter append(Sql sql, Letter letter) throws SQLException, IOException {
    Optional<Rows.Stored> same = sql.first(Rows::stored, known, letter.id(), letter.id());
    if (same.isPresent()) {
      return same.get().read();
    }
    // Looked for later than the letter: a purge in between leaves one of both to be found.
    if (sql.first(row -> row.getString(1), gone, letter.id()).isPresent()) {
      return letter;
    }
    String hash = Values.hash(letter.identity());
    String openHash = isOpen(letter.status()) ? hash : null;
    if (openHash != null) {
      Optional<Letter> waiting = waiting(sql, openHash);
      if (waiting.isPresent()) {
        return join(sql, waiting.get(), letter, openHash);
      }
    }
    insert(sql, letter, hash, openHash);
    return letter;
  }

  /** Finds the letter that takes in others. One that cannot be read never will again. */
  private Optional<Letter> waiting(Sql sql, String hash) throws SQLException {
    while (true) {
      Optional<Rows.Stored> stored = sql.first(Rows::stored, open, hash);
      if (stored.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(stored.get().read());
      } catch (IOException unreadable) {
        LOG.warn("Mulligan takes no more calls into a letter: {}", unreadable.getMessage());
        sql.update(alone, stored.get().id());
      }
    }
  }

  private static boolean isOpen(LetterStatus status) {
    return status.state() == LetterState.STORED && status.owner() == null;
  }

  private Letter join(Sql sql, Letter waiting, Letter again, String hash) throws SQLException {
    Letter joined = waiting.joined(again);
    sql.update(remember, again.id(), waiting.id(), Values.nanos(Time.now()));
    sql.update(
        join,
        hash,
        Values.name(joined.queue()),
        joined.reason().name(),
        joined.type().name(),
        joined.status().count(),
        Values.nanos(joined.lastFailure()),
        Values.nanos(joined.retainUntil()),
        Rows.body(joined),
        joined.id());
    return joined;
  }

  private void insert(Sql sql, Letter letter, @Nullable String hash, @Nullable String openHash)
      throws SQLException {
    LetterStatus status = letter.status();
    sql.update(
        insert,
        letter.id(),
        Values.name(letter.callId()),
        Values.name(letter.queue()),
        letter.reason().name(),
        letter.type().name(),
        Values.name(letter.method()),
        Values.nameOrNull(letter.key()),
        hash,
        openHash,
        status.state().name(),
        status.count(),
        status.replays(),
        status.token(),
        Values.nameOrNull(status.owner()),
        Rows.nanosOrNull(status.leasedUntil()),
        Values.nanos(letter.lastFailure()),
        Values.nanos(letter.retainUntil()),
        Rows.body(letter));
  }
}
