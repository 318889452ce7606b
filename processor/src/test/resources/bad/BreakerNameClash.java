package com.acme;

import dev.mulligan.annotations.CircuitBreaker;

class BreakerNameClash {
  @CircuitBreaker(name = "db", failureRate = 50)
  void first() {}

  @CircuitBreaker(name = "db")
  void same() {}

  @CircuitBreaker(failureRate = 20, name = "db")
  void other() {}
}
