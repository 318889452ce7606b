package dev.mulligan.conformance;

import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.util.concurrent.CompletableFuture;

/** An interface whose wrapper delegates, in each way in which a method can be woven. */
interface Remote {
  @Retry(maxAttempts = 3, delay = "0ms")
  String plain(Script script) throws Exception;

  @Retry(maxAttempts = 3, delay = "0ms")
  @Timeout("30s")
  String limited(Script script) throws Exception;

  @Retry(maxAttempts = 3, delay = "0ms")
  CompletableFuture<String> later(Script script);
}
