package com.acme;

import dev.mulligan.annotations.Retry;

class NoAttempts {
  @Retry(maxAttempts = 0)
  void call() {}
}
