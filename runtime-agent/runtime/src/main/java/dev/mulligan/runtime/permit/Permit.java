package dev.mulligan.runtime.permit;

/**
 * Leave to make one attempt, bound to the state that gave it. Whoever holds it reports exactly one
 * result. A result that comes after a breaker has moved on goes to the old state and changes
 * nothing.
 */
public interface Permit {
  /** Reports that the attempt succeeded. One that throws has given nothing back, here and below. */
  void succeeded();

  /** Reports a failure that counts. */
  void failed();

  /** Reports a failure that does not count; gives the permit back. */
  void neutral();
}
