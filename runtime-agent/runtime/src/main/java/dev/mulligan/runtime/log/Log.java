package dev.mulligan.runtime.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runtime's log: slf4j where it is on the class path, else {@link System.Logger}. Under the
 * agent there may be no slf4j at all. Never throws.
 */
public final class Log {
  private static final String NAME = "dev.mulligan";
  private static final Sink SINK = sink();

  private Log() {}

  /**
   * Logs what an operator should look at.
   *
   * @param message the message
   */
  public static void warn(String message) {
    try {
      SINK.warn(message);
    } catch (RuntimeException | LinkageError e) {
      // A log that fails must not change the outcome of a call.
    }
  }

  /**
   * Logs what an operator should look at, with the exception behind it. The exception's message may
   * itself throw.
   *
   * @param message the message
   * @param cause the exception, shown in one line
   */
  public static void warn(String message, Throwable cause) {
    String text;
    try {
      text = cause.toString();
    } catch (RuntimeException | StackOverflowError broken) {
      text = cause.getClass().getName();
    }
    warn(message + ": " + text);
  }

  /**
   * Logs the normal course of things.
   *
   * @param message the message
   */
  public static void info(String message) {
    try {
      SINK.info(message);
    } catch (RuntimeException | LinkageError e) {
      // As above.
    }
  }

  /**
   * Logs what happens to single attempts.
   *
   * @param message the message
   */
  public static void debug(String message) {
    try {
      SINK.debug(message);
    } catch (RuntimeException | LinkageError e) {
      // As above.
    }
  }

  /**
   * Tells whether it is worth composing a debug message.
   *
   * @return true if such messages are logged
   */
  public static boolean isDebug() {
    try {
      return SINK.isDebug();
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  private static Sink sink() {
    try {
      return new Slf4jSink(LoggerFactory.getLogger(NAME));
    } catch (LinkageError absent) {
      return new SystemSink(System.getLogger(NAME));
    }
  }

  private interface Sink {
    void warn(String message);

    void info(String message);

    void debug(String message);

    boolean isDebug();
  }

  private record Slf4jSink(Logger logger) implements Sink {
    @Override
    public void warn(String message) {
      logger.warn(message);
    }

    @Override
    public void info(String message) {
      logger.info(message);
    }

    @Override
    public void debug(String message) {
      logger.debug(message);
    }

    @Override
    public boolean isDebug() {
      return logger.isDebugEnabled();
    }
  }

  private record SystemSink(System.Logger logger) implements Sink {
    @Override
    public void warn(String message) {
      logger.log(System.Logger.Level.WARNING, message);
    }

    @Override
    public void info(String message) {
      logger.log(System.Logger.Level.INFO, message);
    }

    @Override
    public void debug(String message) {
      logger.log(System.Logger.Level.DEBUG, message);
    }

    @Override
    public boolean isDebug() {
      return logger.isLoggable(System.Logger.Level.DEBUG);
    }
  }
}
