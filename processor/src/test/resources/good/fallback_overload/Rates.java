package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.CustomBackoff;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;
import java.time.Duration;

class Rates {
  @Fallback("read")
  String read(String pair) {
    return pair;
  }

  String read(String pair, IllegalStateException failure) {
    return pair + failure;
  }

  @CircuitBreaker
  void check(@Key(path = "length") StringBuilder text) {}

  @Retry(custom = Slow.class)
  String find() {
    return "";
  }

  record Slow() implements CustomBackoff {
    @Override
    public Duration delay(int attempt, Throwable failure, Duration last) {
      return Duration.ofSeconds(attempt);
    }
  }
}
