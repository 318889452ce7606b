package dev.mulligan.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements within one transaction, which end when nobody waits for them any more. */
final class Sql {
  private static final int MILLIS = 1000;

  private final Connection connection;
  private final Attempt attempt;

  Sql(Connection connection, Attempt attempt) {
    this.connection = connection;
    this.attempt = attempt;
  }

  /** Reads a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Changes rows, and tells how many. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, Arrays.asList(values))) {
      return statement.executeUpdate();
    }
  }

  <T> List<T> query(Reader<T> reader, String sql, List<? extends @Nullable Object> values)
      throws SQLException {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    }
  }

  <T> Optional<T> first(Reader<T> reader, String sql, Object... values) throws SQLException {
    return query(reader, sql, List.of(values)).stream().findFirst();
  }

  private PreparedStatement prepare(String sql, List<? extends @Nullable Object> values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      statement.setQueryTimeout(attempt.millisLeft() / MILLIS + 1);
      int at = 0;
      for (Object value : values) {
        statement.setObject(++at, value);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }
}
