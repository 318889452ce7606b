package com.acme;

import dev.mulligan.annotations.Retry;

@Retry(maxAttempts = 0)
class ClassLevelValue {
  public void first() {}

  public void second() {}
}
