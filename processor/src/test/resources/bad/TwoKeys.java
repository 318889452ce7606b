package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Key;

class TwoKeys {
  @CircuitBreaker
  void call(@Key String one, int two, @Key String three) {}
}
