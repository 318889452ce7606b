package com.acme;

import dev.mulligan.annotations.CircuitBreaker;

class RateAboveHundred {
  @CircuitBreaker(
      minimumCalls = 5,
      failureRate = 130)
  void call() {}
}
