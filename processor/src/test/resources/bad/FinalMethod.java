package com.acme;

import dev.mulligan.annotations.Retry;

class FinalMethod {
  @Retry(maxAttempts = 2)
  final void call() {}
}
