package com.acme;

import dev.mulligan.annotations.Retry;

class PrivateConstructor {
  private PrivateConstructor() {}

  static PrivateConstructor create() {
    return new PrivateConstructor();
  }

  @Retry
  void call() {}
}
