package dev.mulligan.runtime.notify;

import java.lang.System.Logger.Level;

/** What a line tells, and at which level. */
enum EventKind {
  ATTEMPT_FAILED("attempt failed", Level.DEBUG),
  RETRYING("retrying", Level.DEBUG),
  RECOVERED("recovered", Level.DEBUG),
  REFUSED("refused", Level.DEBUG),
  EXHAUSTED("exhausted", Level.WARNING),
  FELL_BACK("fell back", Level.INFO),
  BREAKER_OPENED("breaker opened", Level.WARNING),
  BREAKER_HALF_OPEN("breaker half-open", Level.INFO),
  BREAKER_CLOSED("breaker closed", Level.INFO),
  BREAKER_DISABLED("breaker disabled", Level.INFO),
  LETTER_WRITTEN("letter written", Level.WARNING),
  LETTER_REJECTED("letter rejected", Level.ERROR),
  REPLAYED("replayed", Level.INFO),
  REPLAY_ENDED("replay ended", Level.INFO),
  CONFIGURATION_CHANGED("configuration changed", Level.INFO),
  WOULD_HAVE("would have", Level.INFO),
  OPERATED("operated", Level.WARNING),
  SWITCHED_OFF("switched off", Level.WARNING),
  SWITCHED_ON("switched on", Level.INFO);

  final String text;
  final Level level;

  EventKind(String text, Level level) {
    this.text = text;
    this.level = level;
  }
}
