package dev.mulligan.runtime.classify;

import static dev.mulligan.annotations.FailureType.AUTHENTICATION;
import static dev.mulligan.annotations.FailureType.NETWORK;
import static dev.mulligan.annotations.FailureType.PERMANENT;
import static dev.mulligan.annotations.FailureType.STRUCTURAL;
import static dev.mulligan.annotations.FailureType.SYSTEM;
import static dev.mulligan.annotations.FailureType.TRANSIENT;
import static dev.mulligan.annotations.FailureType.VALIDATION;
import static java.util.Map.entry;

import dev.mulligan.annotations.FailureType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What SQL states stand for: the standard's classes, and the states in which PostgreSQL, MySQL,
 * Oracle and ODBC differ from their class.
 */
final class SqlStates {
  private static final Map<String, FailureType> STATES =
      Map.ofEntries(
          entry("08P01", PERMANENT), // PostgreSQL: protocol violation
          entry("25P03", TRANSIENT), // PostgreSQL: idle in transaction for too long
          entry("25P04", TRANSIENT), // PostgreSQL: the transaction took too long
          entry("40002", VALIDATION), // a deferred constraint
          entry("42501", AUTHENTICATION), // PostgreSQL: insufficient privilege
          entry("45000", PERMANENT), // MySQL: SIGNAL of a stored program
          entry("53300", TRANSIENT), // PostgreSQL: too many connections
          entry("55006", TRANSIENT), // PostgreSQL: object in use
          entry("55P03", TRANSIENT), // PostgreSQL: lock not available
          entry("57014", TRANSIENT), // PostgreSQL: statement time-out
          entry("57P01", NETWORK), // PostgreSQL: shut down by its administrator
          entry("57P02", NETWORK), // PostgreSQL: crash of another backend
          entry("57P03", NETWORK), // PostgreSQL: starting up
          entry("57P04", PERMANENT), // PostgreSQL: database dropped
          entry("57P05", NETWORK), // PostgreSQL: idle session
          entry("70100", TRANSIENT), // MySQL: query interrupted
          entry("HYT00", TRANSIENT), // ODBC: time-out
          entry("HYT01", TRANSIENT), // ODBC: connection time-out
          entry("S1T00", TRANSIENT)); // ODBC 2: time-out

  private static final Map<String, FailureType> CLASSES =
      Map.ofEntries(
          entry("07", STRUCTURAL), // dynamic SQL
          entry("08", NETWORK), // connection
          entry("0A", STRUCTURAL), // feature not supported
          entry("21", PERMANENT), // cardinality
          entry("22", VALIDATION), // data
          entry("23", VALIDATION), // integrity constraint
          entry("24", STRUCTURAL), // cursor state
          entry("25", STRUCTURAL), // transaction state
          entry("26", STRUCTURAL), // statement name
          entry("28", AUTHENTICATION),
          entry("34", STRUCTURAL), // cursor name
          entry("3D", STRUCTURAL), // catalog name
          entry("3F", STRUCTURAL), // schema name
          entry("40", TRANSIENT), // rolled back: 40001 serialization, 40P01 deadlock
          entry("42", STRUCTURAL), // syntax or access rule
          entry("44", VALIDATION), // check option of a view
          entry("53", SYSTEM), // resources: disk, memory
          entry("54", PERMANENT), // too complex
          entry("55", PERMANENT), // object not in the required state
          entry("57", SYSTEM), // operator intervention
          entry("58", SYSTEM), // the database's own system
          entry("61", TRANSIENT), // Oracle: resource busy, deadlock
          entry("F0", SYSTEM), // PostgreSQL: configuration file
          entry("P0", PERMANENT), // PostgreSQL: RAISE of a stored program
          entry("XX", SYSTEM)); // PostgreSQL: internal error

  private SqlStates() {}

  /** The type; null if the state is not one of the standard's five characters, or is not known. */
  static @Nullable FailureType typeOf(String state) {
    if (state.length() != 5) {
      return null;
    }
    FailureType exact = STATES.get(state);
    return exact == null ? CLASSES.get(state.substring(0, 2)) : exact;
  }
}
