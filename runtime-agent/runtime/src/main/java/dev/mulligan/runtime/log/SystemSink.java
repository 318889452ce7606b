package dev.mulligan.runtime.log;

import java.lang.System.Logger.Level;

/** The JDK's own log. */
record SystemSink(System.Logger logger) implements Sink {
  @Override
  public boolean isOn(Level level) {
    return logger.isLoggable(level);
  }

  @Override
  public void log(Level level, String line) {
    logger.log(level, line);
  }
}
