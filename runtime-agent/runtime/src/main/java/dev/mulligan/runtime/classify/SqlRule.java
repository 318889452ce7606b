package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the state of a {@code java.sql.SQLException}, by name because {@code java.sql} may be
 * absent. A state that says nothing leaves the exception to the rules for its class.
 */
final class SqlRule implements LibraryRule {
  private static final Path STATE = Path.of("getSQLState");
  private static final Path VENDOR_CODE = Path.of("getErrorCode");

  /**
   * MySQL's and MariaDB's "lock wait timeout exceeded", sent under the state for everything else.
   */
  private static final int LOCK_WAIT = 1205;

  @Override
  public @Nullable Opinion of(Throwable failure) {
    String state = STATE.text(failure);
    if (state == null) {
      return null;
    }
    FailureType type = SqlStates.typeOf(state);
    if (type == null && state.equals("HY000") && isLockWait(failure)) {
      type = FailureType.TRANSIENT;
    }
    return type == null ? null : Opinion.of(type);
  }

  private static boolean isLockWait(Throwable failure) {
    Integer code = VENDOR_CODE.number(failure);
    return code != null && code == LOCK_WAIT;
  }
}
