package dev.mulligan.runtime.event;

/** Why a call was refused without an attempt, or a further attempt was not made. */
public enum RefusalReason {
  /** The circuit breaker is open, or all its probes are taken. */
  CIRCUIT_OPEN,
  /** As many calls as the bulkhead admits are running. */
  BULKHEAD_FULL,
  /** The rate limit is used up. */
  RATE_LIMIT,
  /** The retry budget is used up. */
  BUDGET
}
