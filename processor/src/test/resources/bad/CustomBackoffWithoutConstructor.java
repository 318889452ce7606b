package com.acme;

import dev.mulligan.annotations.CustomBackoff;
import dev.mulligan.annotations.Retry;
import java.time.Duration;

class CustomBackoffWithoutConstructor {
  static class NeedsSeconds implements CustomBackoff {
    private final long seconds;

    NeedsSeconds(long seconds) {
      this.seconds = seconds;
    }

    @Override
    public Duration delay(int failedAttempts, Throwable failure, Duration previous) {
      return Duration.ofSeconds(seconds);
    }
  }

  interface Abstract extends CustomBackoff {}

  @Retry(custom = NeedsSeconds.class)
  void call() {}

  @Retry(custom = Abstract.class)
  void again() {}
}
