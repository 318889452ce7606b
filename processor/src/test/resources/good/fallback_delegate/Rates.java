package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Key;

public interface Rates extends Defaults {
  @CircuitBreaker
  @Fallback("usual")
  double rate(@Key String currency);

  @Fallback("isKnownByDefault")
  boolean isKnown(String currency);

  default double usual(String currency) {
    return 1;
  }
}
