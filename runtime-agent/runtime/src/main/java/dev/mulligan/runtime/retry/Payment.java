package dev.mulligan.runtime.retry;

/** What another attempt was paid from, so that it goes back there if the attempt is refused. */
public enum Payment {
  /** There is no budget, or nothing is owed any more. */
  FREE,
  /** From the tokens that come back by time alone. */
  FLOOR,
  /** From the tokens that successes have earned. */
  EARNED,
  /** Not at all: the budget is used up. */
  NONE
}
