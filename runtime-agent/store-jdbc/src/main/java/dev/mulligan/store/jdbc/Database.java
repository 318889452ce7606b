package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.time.Waits;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions with a database whose tables are there. Thread-safe. */
final class Database {
  /** The query is cancelled first, which keeps the connection; this is for sockets that hang. */
  private static final int SOCKET_GRACE_MILLIS = 2000;

  private static final Duration PAUSE = Duration.ofMillis(20);

  /** Reading is done again so often if connections are lost; then somebody wants to know. */
  private static final int READ_TRIES = 3;

  private final DataSource source;
  private final Semaphore connections;
  private final Dialect dialect;
  private final Tables tables;

  Database(DataSource source, Dialect dialect, Tables tables) {
    this.source = source;
    this.connections = new Semaphore(dialect.connections(), true);
    this.dialect = dialect;
    this.tables = tables;
  }

  Tables tables() {
    return tables;
  }

  Dialect dialect() {
    return dialect;
  }

  /** What is done within a transaction. Done again if somebody else was quicker. */
  @FunctionalInterface
  interface Unit<T> {
    T run(Sql sql) throws SQLException, IOException;
  }

  /** What a unit does to the database. */
  enum Kind {
    /** It only reads. */
    READ,
    /** It may be done again if the connection was lost, perhaps after its commit. */
    REPEATABLE,
    /** Done twice, its answer would be another one. */
    ONCE
  }

  /**
   * Runs a transaction.
   *
   * @throws SQLException if it failed for good, or when nobody waits any more
   */
  <T> T run(Attempt attempt, Kind kind, Unit<T> unit) throws SQLException, IOException {
    for (int tries = 1; ; tries++) {
      try {
        return once(attempt, kind, unit);
      } catch (SQLException e) {
        boolean again = Failures.isConflict(e, dialect) || outlives(e, kind, tries);
        if (!again || attempt.isOver()) {
          throw e;
        }
        attempt.note(e);
        pause();
      }
    }
  }

  private static boolean outlives(SQLException failure, Kind kind, int tries) {
    return Failures.isDisconnection(failure)
        && (kind == Kind.REPEATABLE || (kind == Kind.READ && tries < READ_TRIES));
  }

  private <T> T once(Attempt attempt, Kind kind, Unit<T> unit) throws SQLException, IOException {
    // Those who wait for a connection fail in time, but those who wait for their turn must not.
    connections.acquireUninterruptibly();
    try (Connection connection = source.getConnection()) {
      Integer before = limitSocket(connection, attempt.millisLeft());
      try {
        return inTransaction(connection, attempt, kind, unit);
      } finally {
        if (before != null && !connection.isClosed()) {
          connection.setNetworkTimeout(Runnable::run, before);
        }
      }
    } finally {
      connections.release();
    }
  }

  /** Drivers of embedded databases have no socket, and say so in different ways. */
  private @Nullable Integer limitSocket(Connection connection, int millis) throws SQLException {
    if (dialect == Dialect.H2 || dialect == Dialect.SQLITE) {
      return null;
    }
    int before = connection.getNetworkTimeout();
    int limit = (int) Math.min(Integer.MAX_VALUE, (long) millis + SOCKET_GRACE_MILLIS);
    connection.setNetworkTimeout(Runnable::run, limit);
    return before;
  }

  private <T> T inTransaction(Connection connection, Attempt attempt, Kind kind, Unit<T> unit)
      throws SQLException, IOException {
    begin(connection, kind);
    boolean done = false;
    try {
      T result = unit.run(new Sql(connection, attempt));
      if (attempt.isGivenUp()) {
        throw new IOException("nobody waits for the database any more");
      }
      commit(connection, kind);
      done = true;
      return result;
    } finally {
      end(connection, done);
    }
  }

  private void begin(Connection connection, Kind kind) throws SQLException {
    if (dialect == Dialect.SQLITE) {
      // A transaction that begins by reading could not write once somebody else has written.
      execute(connection, kind == Kind.READ ? "BEGIN" : "BEGIN IMMEDIATE");
    } else {
      connection.setAutoCommit(false);
    }
  }

  private void commit(Connection connection, Kind kind) throws SQLException {
    if (dialect == Dialect.SQLITE) {
      execute(connection, "COMMIT");
    } else {
      connection.commit();
    }
    if (dialect == Dialect.H2 && kind != Kind.READ) {
      // Its commit alone writes half a second later, and forces nothing.
      execute(connection, "CHECKPOINT SYNC");
      connection.commit();
    }
  }

  private void end(Connection connection, boolean done) {
    try {
      if (dialect == Dialect.SQLITE) {
        if (!done) {
          execute(connection, "ROLLBACK");
        }
        return;
      }
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    } catch (SQLException broken) {
      // What was committed is committed, and the pool finds out about the connection by itself.
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** In real time, on a thread of the store. */
  static void pause() {
    try {
      Waits.get(new CompletableFuture<>(), PAUSE);
    } catch (TimeoutException | ExecutionException over) {
      // As meant.
    }
  }
}
