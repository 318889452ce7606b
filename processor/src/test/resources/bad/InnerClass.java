package com.acme;

import dev.mulligan.annotations.Retry;

class InnerClass {
  class Inner {
    @Retry
    void call() {}
  }
}
