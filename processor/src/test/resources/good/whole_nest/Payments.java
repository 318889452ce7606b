package com.acme;

import dev.mulligan.annotations.Bulkhead;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Idempotent;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.io.IOException;

public class Payments {
  @Idempotent
  @Bulkhead(value = 8, maxWait = "100ms")
  @Timeout("2s")
  @RateLimit(permits = 100)
  @CircuitBreaker(failureRate = 30)
  @Retry(maxAttempts = 4, maxDuration = "20s")
  @DeadLetter(queue = "payments")
  @Fallback("later")
  public String pay(@Key(path = "host") Account account, long cents) throws IOException {
    return account.host() + cents;
  }

  @Bulkhead(8)
  @RateLimit(permits = 100)
  @CircuitBreaker
  @Retry
  @DeadLetter(snapshot = true)
  @Fallback("later")
  public String payHere(Account account, long cents) throws IOException {
    return account.host() + cents;
  }

  private String later(Account account, long cents, IOException failure) {
    return account.host() + cents + failure;
  }

  /** Where to pay. */
  public record Account(String host) {}
}
