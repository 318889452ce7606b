package com.acme;

import dev.mulligan.annotations.Bulkhead;
import dev.mulligan.annotations.Idempotent;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.RateLimit;

public class Gateway {
  @Bulkhead(8)
  public int open(int port) {
    return port;
  }

  @Idempotent
  @RateLimit(permits = 10, per = "1m", maxWait = "250ms")
  public void send(@Key String tenant, Object... parts) {}

  @Idempotent
  public void notGuarded() {}
}
