package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/** {@link Api} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientApi implements Api {
  private static final Guard LOAD =
      Guards.method(lookup(), Api.class, "load", methodType(CompletableFuture.class, String.class))
          .parameters("key")
          .retry()
          .build();

  private static final Guard ALL =
      Guards.method(lookup(), Api.class, "all", methodType(Map.class))
          .timeout("value = 1s")
          .build();

  private final Api delegate;

  public ResilientApi(Api delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Api#load} ). */
  @Override
  public <T> CompletableFuture<? extends T> load(String key) {
    return LOAD.<CompletableFuture<? extends T>>call(
        () -> delegate.<T>load(key), this, key);
  }

  /** Timeout( {@link Api#all} ). */
  @Override
  public <T, K extends Comparable<? super K>> Map<K, List<? extends T>[]> all() {
    return ALL.<Map<K, List<? extends T>[]>>call(
        () -> delegate.<T, K>all(), this);
  }
}
