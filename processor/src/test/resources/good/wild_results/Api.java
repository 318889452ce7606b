package com.acme;

import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

public interface Api {
  @Retry
  <T> CompletableFuture<? extends T> load(String key);

  @Timeout("1s")
  <T, K extends Comparable<? super K>> Map<K, List<? extends T>[]> all();
}
