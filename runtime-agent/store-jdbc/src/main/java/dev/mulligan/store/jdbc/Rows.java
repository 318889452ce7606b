package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStatus;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Letters as they stand in rows: the text as it was written, and what became of it beside it. */
final class Rows {
  /** What {@link #stored} reads. */
  static final String COLUMNS = "id, body, state, failures, replays, token, owner, leased_until";

  private Rows() {}

  /**
   * A letter that has not been read yet.
   *
   * @param id the letter
   * @param body its text
   * @param status what became of it
   */
  record Stored(String id, String body, LetterStatus status) {
    /**
     * Reads the letter.
     *
     * @throws IOException if its text is not what this library wrote
     */
    Letter read() throws IOException {
      try {
        return LetterJson.read(body).with(status);
      } catch (IllegalArgumentException e) {
        throw new StoreException("letter " + id + " cannot be read: " + e.getMessage(), e);
      }
    }
  }

  static Stored stored(ResultSet row) throws SQLException {
    long until = row.getLong("leased_until");
    Instant leasedUntil = row.wasNull() ? null : Values.instant(until);
    LetterStatus status =
        new LetterStatus(
            LetterState.valueOf(row.getString("state")),
            row.getInt("failures"),
            row.getInt("replays"),
            row.getLong("token"),
            row.getString("owner"),
            leasedUntil);
    return new Stored(row.getString("id"), row.getString("body"), status);
  }

  /** The text of a letter, without what stands in columns of its own. */
  static String body(Letter letter) {
    String text = LetterJson.write(letter.with(LetterStatus.FRESH));
    // Read once, so that a text is searched for in the form in which it comes back.
    return LetterJson.write(LetterJson.read(text));
  }

  static @Nullable Long nanosOrNull(@Nullable Instant time) {
    return time == null ? null : Values.nanos(time);
  }
}
