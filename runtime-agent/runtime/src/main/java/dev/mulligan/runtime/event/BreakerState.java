package dev.mulligan.runtime.event;

/** The state of a circuit breaker. */
public enum BreakerState {
  /** Calls pass and are counted. */
  CLOSED,
  /** Calls are refused. */
  OPEN,
  /** A few probes pass. */
  HALF_OPEN,
  /** Calls pass and nothing is counted, because an operator wants it so. */
  DISABLED
}
