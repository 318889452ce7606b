package dev.mulligan.store.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates the tables, or brings them up to date. */
final class Schema {
  private static final String PLACE = "classpath:dev/mulligan/store/jdbc/migration";

  /** The version of the newest migration in that place. */
  static final String LATEST = "1";

  /** Another process may create the tables just now, and not all databases make us wait for it. */
  private static final int TRIES = 5;

  /** Before it, two processes could damage a database in WAL mode together. */
  private static final List<Integer> OLDEST_SQLITE = List.of(3, 51, 3);

  private Schema() {}

  /**
   * Makes the tables ready for use.
   *
   * @throws IOException if they cannot be created, or the database would not keep its promise
   */
  static void prepare(DataSource source, Dialect dialect, Tables tables) throws IOException {
    if (dialect == Dialect.SQLITE) {
      checkSqlite(source);
    }
    if (isUpToDate(source, tables)) {
      return;
    }
    for (int left = TRIES - 1; ; left--) {
      try {
        migrate(source, dialect, tables);
        return;
      } catch (FlywayException e) {
        if (left == 0) {
          throw new StoreException("the tables cannot be created: " + Failures.reason(e), e);
        }
        Database.pause();
      }
    }
  }

  /**
   * Looks into Flyway's own table, so that Flyway itself is only loaded when there is something to
   * do: that takes a good part of the time that the first letter has.
   */
  private static boolean isUpToDate(DataSource source, Tables tables) throws IOException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      String quote = connection.getMetaData().getIdentifierQuoteString();
      String history = quote + tables.history() + quote;
      try (ResultSet rows = statement.executeQuery("SELECT version, success FROM " + history)) {
        boolean found = false;
        while (rows.next()) {
          found |= LATEST.equals(rows.getString(1)) && rows.getBoolean(2);
        }
        return found;
      } catch (SQLException noSuchTable) {
        return false;
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static void migrate(DataSource source, Dialect dialect, Tables tables) {
    Map<String, String> placeholders = new HashMap<>(dialect.types());
    placeholders.put("table", tables.letters());
    // The tables of the application may be there already, and are none of our business.
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .locations(PLACE)
        .table(tables.history())
        .placeholders(placeholders)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .cleanDisabled(true)
        .loggers("slf4j")
        .load()
        .migrate();
  }

  private static void checkSqlite(DataSource source) throws IOException {
    try (Connection connection = source.getConnection()) {
      String version = value(connection, "SELECT sqlite_version()");
      if (isOlder(version)) {
        throw new StoreException(
            "SQLite " + version + " is too old: 3.51.3 is the first that will do");
      }
      String mode = value(connection, "PRAGMA journal_mode");
      String level = value(connection, "PRAGMA synchronous");
      if (!mode.equalsIgnoreCase("wal") || Integer.parseInt(level) < 2) {
        throw new StoreException(
            "SQLite must run with journal_mode=WAL and synchronous=FULL, not with journal_mode="
                + mode
                + " and synchronous="
                + level);
      }
    } catch (SQLException e) {
      throw new StoreException("SQLite cannot open its file: " + Failures.reason(e), e);
    }
  }

  private static boolean isOlder(String version) {
    String[] parts = version.split("\\.");
    for (int i = 0; i < OLDEST_SQLITE.size(); i++) {
      int part = i < parts.length ? Integer.parseInt(parts[i]) : 0;
      if (part != OLDEST_SQLITE.get(i)) {
        return part < OLDEST_SQLITE.get(i);
      }
    }
    return false;
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
