package com.acme;

import dev.mulligan.annotations.Retry;

class BadDuration {
  @Retry(maxAttempts = 5, delay = "fast")
  void call() {}
}
