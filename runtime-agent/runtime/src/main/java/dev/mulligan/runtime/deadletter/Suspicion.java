package dev.mulligan.runtime.deadletter;

/** Whether a failure may be blamed on the arguments of its call. */
public enum Suspicion {
  /** It may not: it is of a kind that strikes any call, or the breaker sees others fail too. */
  NONE,
  /** Nothing tells whether other calls succeed. */
  UNPROVEN,
  /** The breaker's window shows that most calls succeed. */
  PROVEN
}
