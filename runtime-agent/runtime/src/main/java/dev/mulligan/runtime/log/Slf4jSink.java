package dev.mulligan.runtime.log;

import java.lang.System.Logger.Level;
import org.slf4j.Logger;

/** The log of most applications. */
record Slf4jSink(Logger logger) implements Sink {
  @Override
  public boolean isOn(Level level) {
    return switch (level) {
      case ERROR -> logger.isErrorEnabled();
      case WARNING -> logger.isWarnEnabled();
      case INFO -> logger.isInfoEnabled();
      default -> logger.isDebugEnabled();
    };
  }

  @Override
  public void log(Level level, String line) {
    switch (level) {
      case ERROR -> logger.error(line);
      case WARNING -> logger.warn(line);
      case INFO -> logger.info(line);
      default -> logger.debug(line);
    }
  }
}
