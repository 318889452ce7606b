// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.Bulkhead;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Retry;

public class LintMonitorHeld {
  private final Client client = new Client();

  public synchronized String whole() {
    return client.read();
  }

  public void part() {
    client.read();
    synchronized (this) {
      client.limited();
      client.placed();
      client.broken();
    }
  }

  public synchronized Runnable later() {
    return () -> client.read();
  }

  /** What is called. */
  public static class Client {
    @Retry
    public String read() {
      return "";
    }

    @RateLimit(permits = 5, maxWait = "1s")
    public void limited() {}

    @Bulkhead(value = 5, maxWait = "1s")
    public void placed() {}

    @Bulkhead(5)
    @CircuitBreaker
    public void broken() {}
  }
}
