package dev.mulligan.runtime.event;

/** What a policy that only observes would have done to a call. */
public enum Consequence {
  /** Another attempt. */
  RETRY,
  /** Its attempt would have been cut off. */
  TIMEOUT,
  /** A dead letter. */
  LETTER,
  /** The fallback's answer. */
  FALLBACK,
  /** A refusal by the circuit breaker. */
  CIRCUIT_OPEN,
  /** A refusal by the rate limit, or a wait for it. */
  RATE_LIMIT,
  /** A refusal by the bulkhead, or a wait for a place. */
  BULKHEAD_FULL
}
