package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

class FutureResult<T extends Future<String>> {
  @Retry
  CompletableFuture<String> call() {
    return null;
  }

  @Retry
  T generic() {
    return null;
  }
}
