package com.acme;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.CustomBackoff;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.annotations.Retry;
import java.time.Duration;

class CustomAndBackoff {
  @Retry(custom = Own.class, backoff = Backoff.FIXED, delay = "1s")
  void first() {}

  @Retry(multiplier = 3, custom = Own.class, jitter = Jitter.NONE)
  void second() {}

  @Retry(custom = CustomBackoff.class, backoff = Backoff.FIXED)
  void fine() {}

  static class Own implements CustomBackoff {
    @Override
    public Duration delay(int attempt, Throwable failure, Duration last) {
      return last;
    }
  }
}
