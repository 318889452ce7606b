package dev.mulligan.testkit;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.util.List;

/** A client with policies, as a user of the testkit has one. */
class PageClient {
  int bodies;

  /** An argument with structure. */
  record Order(String tenant, List<Integer> amounts) {}

  @Retry(maxAttempts = 3, delay = "200ms", jitter = Jitter.NONE)
  public String fetch(String url) throws IOException {
    bodies++;
    return "page of " + url;
  }

  @Retry(maxAttempts = 5, delay = "1s")
  public String spread() throws IOException {
    bodies++;
    return "spread";
  }

  @Retry(name = "many", maxAttempts = 100, delay = "0ms")
  public String many() throws IOException {
    return "many";
  }

  @Retry(name = "many", maxAttempts = 100, delay = "0ms")
  public String others() throws IOException {
    return "others";
  }

  @CircuitBreaker(
      name = "site",
      consecutiveFailures = 2,
      openFor = "10s",
      halfOpenCalls = 1,
      slowCall = "1s",
      slowCallRate = 50,
      minimumCalls = 2)
  public String behindBreaker() throws IOException {
    bodies++;
    return "open";
  }

  @Retry(maxAttempts = 2, delay = "100ms", jitter = Jitter.NONE)
  @DeadLetter(queue = "orders")
  public void submit(Order order, @Redact String pin) throws IOException {
    bodies++;
  }
}
