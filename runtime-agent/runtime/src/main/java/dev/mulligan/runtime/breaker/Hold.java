package dev.mulligan.runtime.breaker;

/** What an operator wants of a breaker. */
enum Hold {
  /** Nothing: the breaker decides by itself, beginning with an empty window. */
  NONE,
  OPEN,
  CLOSED,
  DISABLED;

  State state(Breaker breaker) {
    return switch (this) {
      case NONE -> new Closed(breaker);
      case OPEN -> new ForcedOpen(breaker);
      case CLOSED -> new ForcedClosed(breaker);
      case DISABLED -> new Disabled();
    };
  }
}
