package dev.mulligan.annotations;

/**
 * How the delay grows from one attempt to the next, before {@link Jitter} is applied.
 *
 * <p>{@code n} is the number of attempts that have failed so far, so {@code n = 1} before the
 * second attempt.
 */
public enum Backoff {
  /** {@code delay × multiplier^(n - 1)}: doubles with the default multiplier. */
  EXPONENTIAL,
  /** {@code delay × n}: adds one {@code delay} a step. */
  LINEAR,
  /** {@code delay}, always. */
  FIXED,
  /** No delay at all; only a failure's own hint ({@code Retry-After}) makes the call wait. */
  NONE
}
