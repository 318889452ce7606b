package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads letters in the order of their ids, a page at a time. */
final class Pages {
  /** Of one page: so many bodies are in memory together, and so long a connection is busy. */
  static final int SIZE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

  private final String select;

  Pages(Tables tables) {
    select = "SELECT " + Rows.COLUMNS + " FROM " + tables.letters() + " WHERE id > ? AND ";
  }

  /**
   * Some letters.
   *
   * @param letters those that are meant
   * @param last the id of the last one that was looked at
   * @param isEnd whether none comes after it
   */
  record Page(List<Letter> letters, String last, boolean isEnd) {}

  /** Reads those of the next letters that are meant. An unreadable one costs only itself. */
  Page read(Sql sql, LetterFilter filter, String after, int most) throws SQLException {
    Conditions conditions = Conditions.of(filter);
    int size = Math.min(most, SIZE);
    List<Object> values = new ArrayList<>();
    values.add(after);
    values.addAll(conditions.values());
    String statement = select + conditions.sql() + " ORDER BY id LIMIT " + size;
    List<Rows.Stored> rows = sql.query(Rows::stored, statement, values);
    List<Letter> letters = new ArrayList<>();
    for (Rows.Stored row : rows) {
      try {
        Letter letter = row.read();
        if (filter.matches(letter)) {
          letters.add(letter);
        }
      } catch (IOException unreadable) {
        LOG.warn("Mulligan passes a letter over: {}", unreadable.getMessage());
      }
    }
    String last = rows.isEmpty() ? after : rows.get(rows.size() - 1).id();
    return new Page(letters, last, rows.size() < size);
  }
}
