package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Retry;

public class Configured {
  @Retry(delay = "${shop.delay:10ms}", maxDuration = "${shop.limit}", budget = "20%")
  @CircuitBreaker(window = "100 calls", failureRate = 12.5)
  public void call() {}
}
