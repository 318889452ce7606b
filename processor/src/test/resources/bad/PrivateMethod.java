package com.acme;

import dev.mulligan.annotations.Retry;

class PrivateMethod {
  @Retry
  private void call() {}

  void use() {
    call();
  }
}
