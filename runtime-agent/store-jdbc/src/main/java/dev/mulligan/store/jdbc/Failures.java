package dev.mulligan.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the failures of databases apart, which agree on little. */
final class Failures {
  /** Deadlock, lock timeout, and a row that has changed since it was read, in MariaDB. */
  private static final Set<Integer> MARIADB_CONFLICTS = Set.of(1020, 1205, 1213);

  private static final int MARIADB_DUPLICATE = 1062;

  /** SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CONSTRAINT. */
  private static final Set<Integer> SQLITE_CONFLICTS = Set.of(5, 6, 19);

  /** A time limit of H2's locks. */
  private static final String LOCK_TIMEOUT = "HYT00";

  private Failures() {}

  /** Tells whether somebody else was quicker, so that the same work will succeed or see why not. */
  static boolean isConflict(SQLException failure, Dialect dialect) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (state.startsWith("40") || state.equals("23505") || state.equals(LOCK_TIMEOUT)) {
      return true;
    }
    int code = failure.getErrorCode();
    return switch (dialect) {
      case MARIADB -> code == MARIADB_DUPLICATE || MARIADB_CONFLICTS.contains(code);
      case SQLITE -> SQLITE_CONFLICTS.contains(code);
      case POSTGRESQL, H2 -> false;
    };
  }

  /** Tells whether the connection is lost, and the database may be there for the next one. */
  static boolean isDisconnection(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException
        || state.startsWith("08")
        // PostgreSQL shuts down, crashed, or is not ready yet.
        || state.startsWith("57P");
  }

  /**
   * The innermost message, which names the cause; pools and Flyway wrap it in theirs, we do not.
   */
  static String reason(Throwable failure) {
    Throwable last = failure;
    String reason = failure.toString();
    for (int depth = 0; last != null && depth < 20; depth++) {
      reason = message(last);
      last = last instanceof StoreException ? null : last.getCause();
    }
    return reason.strip();
  }

  private static String message(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.toString() : message;
  }
}
