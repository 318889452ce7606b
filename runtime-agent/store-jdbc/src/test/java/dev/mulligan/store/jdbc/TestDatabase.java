package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.Mulligan;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A database for tests. Each test has a table of its own. */
interface TestDatabase {
  AtomicInteger TABLES = new AtomicInteger();

  String url();

  String user();

  String password();

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

  /** Takes the configuration back. */
  static void unconfigure() {
    for (String key : new String[] {"url", "user", "password", "table"}) {
      Mulligan.configure("mulligan.store." + key, null);
    }
  }
}
