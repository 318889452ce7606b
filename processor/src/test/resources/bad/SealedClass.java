package com.acme;

import dev.mulligan.annotations.Retry;

sealed class SealedClass permits SealedClass.Only {
  @Retry
  void call() {}

  static final class Only extends SealedClass {}
}
