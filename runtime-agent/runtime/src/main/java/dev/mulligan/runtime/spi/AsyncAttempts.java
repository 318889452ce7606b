package dev.mulligan.runtime.spi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls an asynchronous method through its policies. Thread-safe. */
public interface AsyncAttempts {
  /**
   * Makes a call: as many attempts as the policies want.
   *
   * @param toStage begins a result and tells of its end
   * @return ends when the call does; cancelling it cancels the attempt that is under way, and no
   *     further one is made
   */
  CompletableFuture<@Nullable Object> call(Function<Object, CompletionStage<?>> toStage);

  /**
   * Makes a call whose results are streams, which an adapter watches itself.
   *
   * @return the call, not begun
   */
  StreamCall stream();
}
