package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.Mulligan;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database for tests. Each test has a table of its own. */
interface TestDatabase {
  AtomicInteger TABLES = new AtomicInteger();

  String url();

  String user();

  String password();

  /** Gives a database of each kind. */
  static TestDatabase of(Dialect dialect, Path folder) {
    return switch (dialect) {
      case POSTGRESQL -> PostgresServer.shared();
      case MARIADB -> MariaDbServer.shared();
      case H2 -> FileDatabase.h2(folder);
      case SQLITE -> FileDatabase.sqlite(folder);
    };
  }

  /** Names a table that no other test uses. */
  static String freshTable() {
    return "letters_" + TABLES.incrementAndGet();
  }

  /** Opens a store as an application would, by its configuration. */
  default JdbcStore open(String table) throws IOException {
    Mulligan.configure("mulligan.store.url", url());
    Mulligan.configure("mulligan.store.user", user());
    Mulligan.configure("mulligan.store.password", password());
    Mulligan.configure("mulligan.store.table", table);
    JdbcStore store = new JdbcStore();
    // What is configured for the next store must not be read by this one.
    try {
      store.stats();
      return store;
    } catch (IOException e) {
      store.close();
      throw e;
    }
  }

  /** Empties a store that no handle is open on, as if it were new; creating tables takes long. */
  default void empty(String table) throws IOException {
    Tables tables = new Tables(table);
    try (Connection connection = DriverManager.getConnection(url(), user(), password());
        Statement statement = connection.createStatement()) {
      for (String name : List.of(tables.letters(), tables.joined(), tables.counts())) {
        statement.execute("DELETE FROM " + name);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Takes the configuration back. */
  static void unconfigure() {
    for (String key : new String[] {"url", "user", "password", "table"}) {
      Mulligan.configure("mulligan.store." + key, null);
    }
  }
}
