package com.acme;

import dev.mulligan.annotations.Retry;

class DelayAboveMaxDelay {
  @Retry(delay = "2m")
  void hidden() {}

  @Retry(delay = "2s", maxDelay = "1s")
  void shown() {}
}
