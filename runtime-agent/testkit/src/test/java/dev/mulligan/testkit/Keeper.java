package dev.mulligan.testkit;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Methods whose guards are made by hand, for policies that need no generated code. */
class Keeper {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final Guard KEEP =
      Guards.method(LOOKUP, Keeper.class, "keep", MethodType.methodType(void.class, String.class))
          .deadLetter()
          .parameters("item")
          .build();
  private static final Guard TIMED =
      Guards.method(LOOKUP, Keeper.class, "timed", MethodType.methodType(String.class))
          .timeout("value = 1s")
          .build();
  private static final Guard LIMITED =
      Guards.method(LOOKUP, Keeper.class, "limited", MethodType.methodType(String.class))
          .rateLimit("permits = 1", "per = 10s")
          .build();
  private static final Guard ASYNC =
      Guards.method(LOOKUP, Keeper.class, "async", MethodType.methodType(CompletableFuture.class))
          .retry("maxAttempts = 3", "delay = 200ms", "jitter = NONE")
          .timeout("value = 1s")
          .build();

  final List<String> kept = new ArrayList<>();
  final CompletableFuture<String> release = new CompletableFuture<>();

  public void keep(String item) throws IOException {
    KEEP.call(
        () -> {
          kept.add(item);
          return null;
        },
        this,
        item);
  }

  public String timed() {
    return TIMED.call(release::join, this);
  }

  public String limited() {
    return LIMITED.call(() -> "limited", this);
  }

  public CompletableFuture<String> async() {
    return ASYNC.call(() -> release.copy(), this);
  }
}
