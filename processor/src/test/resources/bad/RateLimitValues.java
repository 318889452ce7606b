package com.acme;

import dev.mulligan.annotations.RateLimit;

class RateLimitValues {
  @RateLimit(permits = 0)
  void none() {}

  @RateLimit(permits = 1, per = "0s")
  void never() {}
}
