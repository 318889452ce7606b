package com.acme;

import dev.mulligan.annotations.Retry;

final class FinalClass {
  void other() {}

  @Retry
  void call() {}

  @Retry
  void again() {}
}
