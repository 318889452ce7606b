package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Changes of a letter's state: each is one statement that holds only if its conditions do. */
final class Claims {
  private static final String FREE =
      " AND state = 'STORED' AND (leased_until IS NULL OR leased_until <= ?)";
  private static final String HELD =
      " WHERE id = ? AND token = ? AND state = 'STORED' AND owner IS NOT NULL";

  private final String find;
  private final String claim;
  private final String renew;
  private final String replayed;
  private final String failed;
  private final String released;
  private final String discard;

  Claims(Tables tables) {
    String update = "UPDATE " + tables.letters() + " SET ";
    String free = "owner = NULL, leased_until = NULL";
    find = "SELECT " + Rows.COLUMNS + " FROM " + tables.letters() + " WHERE id = ?";
    claim =
        update
            + "token = token + 1, owner = ?, leased_until = ?, open_hash = NULL WHERE id = ?"
            + FREE;
    renew = update + "leased_until = ?" + HELD;
    replayed = update + "state = 'REPLAYED', open_hash = NULL, " + free + HELD;
    failed = update + "replays = replays + 1, " + free + HELD;
    released = update + free + HELD;
    discard = update + "state = 'DISCARDED', open_hash = NULL, " + free + " WHERE id = ?" + FREE;
  }

  Optional<Letter> find(Sql sql, String id) throws SQLException, IOException {
    Optional<Rows.Stored> stored = sql.first(Rows::stored, find, id);
    return stored.isPresent() ? Optional.of(stored.get().read()) : Optional.empty();
  }

  Optional<Letter> claim(Sql sql, String id, String owner, Duration lease)
      throws SQLException, IOException {
    Instant now = Time.now();
    long until = Values.nanos(Values.plus(now, lease));
    int claimed = sql.update(claim, Values.name(owner), until, id, Values.nanos(now));
    // Within the transaction: nobody can change the row in between.
    return claimed == 1 ? find(sql, id) : Optional.empty();
  }

  boolean renew(Sql sql, String id, long token, Duration lease) throws SQLException {
    long until = Values.nanos(Values.plus(Time.now(), lease));
    return sql.update(renew, until, id, token) == 1;
  }

  boolean settle(Sql sql, String id, long token, Settlement how) throws SQLException {
    String statement =
        switch (how) {
          case REPLAYED -> replayed;
          case FAILED -> failed;
          case RELEASED -> released;
        };
    return sql.update(statement, id, token) == 1;
  }

  boolean discard(Sql sql, String id) throws SQLException {
    return sql.update(discard, id, Values.nanos(Time.now())) == 1;
  }
}
