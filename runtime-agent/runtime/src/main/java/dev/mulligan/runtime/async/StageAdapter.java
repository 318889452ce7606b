package dev.mulligan.runtime.async;

import dev.mulligan.runtime.spi.AsyncAdapter;
import dev.mulligan.runtime.spi.AsyncAttempts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code CompletionStage} and {@code CompletableFuture}: begun by the invocation. */
final class StageAdapter implements AsyncAdapter {
  @Override
  public boolean adapts(Class<?> resultType) {
    return resultType == CompletionStage.class || resultType == CompletableFuture.class;
  }

  @Override
  public Object guard(Class<?> resultType, AsyncAttempts attempts) {
    return attempts.call(this::toStage);
  }

  @Override
  public CompletionStage<?> toStage(Object result) {
    return (CompletionStage<?>) result;
  }
}
