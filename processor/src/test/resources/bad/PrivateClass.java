package com.acme;

import dev.mulligan.annotations.Retry;

class PrivateClass {
  private static class Hidden {
    @Retry
    void call() {}
  }

  Object use() {
    return new Hidden();
  }
}
