package com.acme;

import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.CircuitBreaker;

class RetryNameClash {
  @Retry(name = "db")
  @CircuitBreaker(name = "db")
  void first() {}

  @Retry(name = "db", maxAttempts = 9)
  void other() {}
}
