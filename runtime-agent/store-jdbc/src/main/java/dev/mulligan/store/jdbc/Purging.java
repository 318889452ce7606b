package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Removes letters, and writes down how many. Their ids stay in the table of joined letters, as do
 * those of the letters that were taken into them: another process may have a copy in its spool, and
 * must not bring back what was replayed.
 */
final class Purging {
  /** Whoever appends a letter again because he got no answer does so within this time. */
  private static final Duration MEMORY = Duration.ofDays(1);

  private final Tables tables;
  private final Dialect dialect;

  Purging(Tables tables, Dialect dialect) {
    this.tables = tables;
    this.dialect = dialect;
  }

  /**
   * What was done about some letters.
   *
   * @param removed how many were removed
   * @param last the id of the last one that was looked at
   * @param isEnd whether none comes after it
   */
  record Batch(long removed, String last, boolean isEnd) {}

  private record Candidate(String id, long joined, boolean isMeant) {}

  /** Removes those of the next letters that are meant. */
  Batch purge(Sql sql, LetterFilter filter, String after) throws SQLException {
    List<Candidate> candidates = candidates(sql, filter, after);
    List<Candidate> meant = candidates.stream().filter(Candidate::isMeant).toList();
    if (!meant.isEmpty()) {
      List<String> ids = meant.stream().map(Candidate::id).toList();
      String in = " IN (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
      remember(sql, in, ids);
      sql.update("DELETE FROM " + tables.letters() + " WHERE id" + in, ids.toArray());
      count(sql, Totals.REMOVED, ids.size());
      count(sql, Totals.JOINED, meant.stream().mapToLong(Candidate::joined).sum());
    }
    String last = candidates.isEmpty() ? after : candidates.get(candidates.size() - 1).id();
    return new Batch(meant.size(), last, candidates.size() < Pages.SIZE);
  }

  /** Dates ids from the end of their letter's retention, up to which a copy may turn up. */
  private void remember(Sql sql, String in, List<String> ids) throws SQLException {
    long now = Values.nanos(Time.now());
    String until = "CASE WHEN retain_until > " + now + " THEN retain_until ELSE " + now + " END";
    String ofLetter =
        "(SELECT " + until + " FROM " + tables.letters() + " l WHERE l.id = letter_id)";
    sql.update("DELETE FROM " + tables.joined() + " WHERE id" + in, ids.toArray());
    sql.update(
        "UPDATE " + tables.joined() + " SET joined_at = " + ofLetter + " WHERE letter_id" + in,
        ids.toArray());
    sql.update(
        "INSERT INTO "
            + tables.joined()
            + " (id, letter_id, joined_at) SELECT id, id, "
            + until
            + " FROM "
            + tables.letters()
            + " WHERE id"
            + in,
        ids.toArray());
  }

  private List<Candidate> candidates(Sql sql, LetterFilter filter, String after)
      throws SQLException {
    Conditions conditions = Conditions.of(filter);
    List<Object> values = new ArrayList<>();
    values.add(after);
    values.add(Values.nanos(Time.now()));
    values.addAll(conditions.values());
    String columns = conditions.isExact() ? "id, failures" : Rows.COLUMNS;
    String select =
        "SELECT "
            + columns
            + " FROM "
            + tables.letters()
            + " WHERE id > ? AND (leased_until IS NULL OR leased_until <= ?) AND "
            + conditions.sql()
            + " ORDER BY id LIMIT "
            + Pages.SIZE
            + dialect.forUpdate();
    return sql.query(
        row ->
            new Candidate(
                row.getString("id"),
                row.getLong("failures") - 1,
                conditions.isExact() || isMeant(filter, Rows.stored(row))),
        select,
        values);
  }

  /** Nobody can tell of an unreadable letter whether it is meant. */
  private static boolean isMeant(LetterFilter filter, Rows.Stored row) {
    try {
      return filter.matches(row.read());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private void count(Sql sql, String name, long more) throws SQLException {
    if (more == 0) {
      return;
    }
    String update = "UPDATE " + tables.counts() + " SET amount = amount + ? WHERE name = ?";
    if (sql.update(update, more, name) == 0) {
      sql.update("INSERT INTO " + tables.counts() + " (name, amount) VALUES (?, ?)", name, more);
    }
  }

  /** Forgets ids of letters that were taken into others, or whose retention was over, long ago. */
  int forget(Sql sql) throws SQLException {
    Instant before = Time.now().minus(MEMORY);
    return sql.update(
        "DELETE FROM " + tables.joined() + " WHERE joined_at < ?", Values.nanos(before));
  }

  /** The names of what is counted. */
  static final class Totals {
    static final String REMOVED = "removed";
    static final String JOINED = "joined";

    private Totals() {}
  }
}
