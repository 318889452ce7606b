package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;

/** Everything here has the name of something that the wrapper needs. */
public class Guard<Permit> {
  public static class Call {}

  @Retry
  public Call call(Call call, int start, Permit permit, String result, Exception failure) {
    return call;
  }

  @CircuitBreaker
  public String lookup(@Key String LOOKUP) {
    return LOOKUP;
  }

  @Retry
  public Object methodType(Guard<?> call_) {
    return call_;
  }
}
