package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

class FutureResult<T extends CompletableFuture<String>> {
  @Retry
  Future<String> call() {
    return null;
  }

  @Retry
  T generic() {
    return null;
  }

  @Retry
  Mine subtype() {
    return null;
  }

  static class Mine extends CompletableFuture<String> {}
}
