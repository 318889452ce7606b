package dev.mulligan.annotations;

/**
 * How randomness spreads the delays of many callers, so that they do not come back together.
 *
 * <p>The delay is capped at {@code maxDelay} first and spread downward afterwards; the spread
 * therefore survives at the cap. Formulas: Marc Brooker, "Exponential Backoff And Jitter", AWS
 * Architecture Blog, 2015.
 */
public enum Jitter {
  /** {@code random(0, delay)}. */
  FULL,
  /** {@code delay / 2 + random(0, delay / 2)}. */
  EQUAL,
  /**
   * {@code min(maxDelay, random(base, previous × 3))}, where {@code previous} is this call's last
   * delay and {@code base} the policy's {@code delay}. It replaces the growth of {@link Backoff}.
   */
  DECORRELATED,
  /** The delay as it is. */
  NONE
}
