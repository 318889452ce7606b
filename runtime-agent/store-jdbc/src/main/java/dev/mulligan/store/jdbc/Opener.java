package dev.mulligan.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mulligan.store.jdbc.Target.Route;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Opens the database when it is first needed, and again until it succeeds. Thread-safe. */
final class Opener {
  /** Shorter than the time that a failing call has for its letter, so that it learns the reason. */
  private static final long CONNECTION_MILLIS = 1500;

  private static final long IDLE_MILLIS = 60_000;

  private final Target target;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Database database;
  private volatile @Nullable HikariDataSource pool;
  private volatile boolean closed;

  Opener(Target target) {
    this.target = target;
  }

  /**
   * Gives the database.
   *
   * @throws IOException if it cannot be opened; the next call tries again
   */
  Database get() throws IOException {
    Database known = database;
    if (known != null) {
      return known;
    }
    lock.lock();
    try {
      known = database;
      if (known == null) {
        known = open();
        database = known;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  private Database open() throws IOException {
    if (closed) {
      throw new StoreException("the store is closed");
    }
    Route route = target.find();
    try {
      return route.dialect() == Dialect.H2 ? openFile(route) : prepareAndConnect(route);
    } catch (IOException | SQLException e) {
      throw new StoreException(target.name() + ": " + Failures.reason(e), e);
    }
  }

  /** H2 opens its file with the first connection and closes it with the last: once will do. */
  private Database openFile(Route route) throws IOException, SQLException {
    Connection anchor = route.source().getConnection();
    try {
      return prepareAndConnect(route);
    } finally {
      anchor.close();
    }
  }

  private Database prepareAndConnect(Route route) throws IOException, SQLException {
    Schema.prepare(route.source(), route.dialect(), route.tables());
    return connect(route);
  }

  private Database connect(Route route) throws IOException, SQLException {
    if (route.pooled()) {
      return new Database(route.source(), route.dialect(), route.tables());
    }
    HikariDataSource made = pool(route);
    pool = made;
    if (closed) {
      made.close();
      throw new StoreException("the store is closed");
    }
    if (route.dialect() == Dialect.H2) {
      // While the file is still open.
      made.getConnection().close();
    }
    return new Database(made, route.dialect(), route.tables());
  }

  private static HikariDataSource pool(Route route) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("mulligan-store");
    config.setDataSource(route.source());
    config.setMaximumPoolSize(route.dialect().connections());
    if (route.dialect().connections() > 1) {
      // Dead letters are rare: an idle application holds one connection.
      config.setMinimumIdle(1);
      config.setIdleTimeout(IDLE_MILLIS);
    }
    config.setConnectionTimeout(CONNECTION_MILLIS);
    config.setValidationTimeout(CONNECTION_MILLIS);
    // The database may be away just now; that is for the one who needs it to say.
    config.setInitializationFailTimeout(-1);
    if (route.dialect() != Dialect.SQLITE) {
      config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    }
    return new HikariDataSource(config);
  }

  /**
   * Closes the connections. The application's own are its own. Does not wait for an opening that
   * hangs, which closes what it opens.
   */
  void close() {
    closed = true;
    HikariDataSource open = pool;
    if (open != null) {
      open.close();
    }
  }
}
