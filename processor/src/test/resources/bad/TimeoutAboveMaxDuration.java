package com.acme;

import dev.mulligan.annotations.Bulkhead;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;

@Timeout("20s")
class TimeoutAboveMaxDuration {
  @Retry(maxDuration = "10s")
  @Bulkhead(value = 4, maxWait = "11s")
  @RateLimit(permits = 4, per = "1s", maxWait = "12s")
  public void call() {}
}
