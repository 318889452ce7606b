package com.acme;

import dev.mulligan.annotations.Retry;

sealed interface SealedInterface {
  @Retry
  void call();

  final class Only implements SealedInterface {
    @Override
    public void call() {}
  }
}
