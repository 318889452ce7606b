package dev.mulligan.runtime.count;

/** What is counted besides failures and refusals. */
enum Tally {
  RETRIES,
  RECOVERED,
  EXHAUSTED,
  FALLBACKS,
  TIMEOUTS,
  LETTERS_WRITTEN,
  LETTERS_REJECTED
}
