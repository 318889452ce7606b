package com.acme;

import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;

class FallbackParameters {
  @Retry
  @Fallback(value = "cached")
  String call(String name, int... limits) {
    return "";
  }

  String cached(String name, long limit) {
    return "";
  }

  @Fallback("late")
  String swapped(String name) {
    return "";
  }

  String late(Exception failure, String name) {
    return "";
  }
}
