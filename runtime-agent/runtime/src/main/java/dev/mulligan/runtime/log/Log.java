package dev.mulligan.runtime.log;

import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The runtime's log: slf4j where it is on the class path, else {@link System.Logger}. Under the
 * agent there may be no slf4j at all. A message is always one line: control characters are escaped.
 * Never throws. Thread-safe.
 */
public final class Log {
  static final String NAME = "dev.mulligan";

  /** Found at the first line rather than with the class, which could not be tried again. */
  private static volatile @Nullable Sink sink;

  private Log() {}

  /**
   * Tells whether it is worth composing a message.
   *
   * @param level the level of the message
   * @return true if such messages are logged; false also if the log itself fails
   */
  public static boolean isOn(Level level) {
    try {
      return sink().isOn(level);
    } catch (Throwable e) {
      return false;
    }
  }

  /**
   * Logs a message.
   *
   * @param level {@code ERROR} for what is lost, {@code WARNING} for what an operator should look
   *     at, {@code INFO} for the normal course of things, {@code DEBUG} for single attempts
   * @param message the message
   */
  public static void log(Level level, String message) {
    try {
      sink().log(level, Text.oneLine(message));
    } catch (Throwable e) {
      // A log that fails must not change the outcome of a call.
    }
  }

  /**
   * Logs what an operator should look at.
   *
   * @param message the message
   */
  public static void warn(String message) {
    log(Level.WARNING, message);
  }

  /**
   * Logs what an operator should look at, with the exception behind it. The exception's message may
   * itself throw.
   *
   * @param message the message
   * @param cause the exception, shown in one line
   */
  public static void warn(String message, Throwable cause) {
    warn(message + ": " + Text.summary(cause));
  }

  private static Sink sink() {
    Sink known = sink;
    if (known == null) {
      known = find();
      sink = known;
    }
    return known;
  }

  private static Sink find() {
    try {
      return new Slf4jSink(LoggerFactory.getLogger(NAME));
    } catch (LinkageError absent) {
      return new SystemSink(System.getLogger(NAME));
    }
  }
}
