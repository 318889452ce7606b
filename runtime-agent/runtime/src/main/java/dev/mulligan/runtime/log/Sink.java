package dev.mulligan.runtime.log;

import java.lang.System.Logger.Level;

/** Where lines go. */
interface Sink {
  boolean isOn(Level level);

  void log(Level level, String line);
}
