package com.acme;

import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;

class SeveralProblems {
  @Retry(delay = "1 fortnight", maxAttempts = -1, budget = "much")
  @CircuitBreaker(window = "many calls", halfOpenCalls = 0)
  @DeadLetter(queue = " ", retention = "0s")
  void call() {}
}
