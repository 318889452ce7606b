package com.acme;

import dev.mulligan.annotations.Retry;

class UnderstoodByJavac {
  @Retry(maxAttempts = 0, on = Missing.class)
  void call() {}
}
