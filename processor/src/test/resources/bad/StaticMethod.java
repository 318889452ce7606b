package com.acme;

import dev.mulligan.annotations.CircuitBreaker;

class StaticMethod {
  @CircuitBreaker
  static void call() {}
}
