package com.acme;

import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public class Quotes {
  @Retry
  public CompletionStage<String> quote(@Key String symbol) {
    return CompletableFuture.completedFuture(symbol);
  }

  @Retry(maxAttempts = 2)
  @Timeout("1s")
  @Fallback("yesterday")
  public <T extends Number> CompletableFuture<List<? extends T>> all(Class<T> kind)
      throws IOException {
    return CompletableFuture.completedFuture(List.of());
  }

  @Retry
  @Fallback("nothing")
  public CompletionStage<Void> save(String[] quotes) {
    return CompletableFuture.completedFuture(null);
  }

  private <T extends Number> CompletableFuture<List<? extends T>> yesterday(Class<T> kind) {
    return CompletableFuture.completedFuture(List.of());
  }

  private CompletableFuture<Void> nothing(String[] quotes, Exception failure) throws Exception {
    throw failure;
  }
}
