package dev.mulligan.runtime.spi;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method whose result is a stream of values. The adapter begins an attempt, watches
 * its stream, and reports its one end. Thread-safe.
 */
public interface StreamCall {
  /**
   * Begins an attempt.
   *
   * @return the stream of the method, or of its fallback; fails with what the caller gets
   */
  CompletableFuture<Object> begin();

  /** Reports that the stream has ended well. */
  void succeeded();

  /** Reports that the subscriber has lost interest. */
  void cancelled();

  /**
   * Reports that the stream has failed.
   *
   * @param failure what it failed with
   * @param untouched whether no value has reached the subscriber; a stream is not begun anew once
   *     one has, because values would come twice
   * @return the stream of the next attempt, or of the fallback; fails with what the caller gets
   */
  CompletableFuture<Object> failed(Throwable failure, boolean untouched);

  /**
   * Gives the attempt's limit.
   *
   * @return fails with a {@code CallTimeoutException} if the attempt takes too long; null if there
   *     is no limit
   */
  @Nullable CompletableFuture<Object> limit();
}
