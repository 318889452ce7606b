package com.acme;

import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;

class FallbackInCircle {
  @Retry
  @Fallback("second")
  String first(String name) {
    return "";
  }

  @Fallback("third")
  String second(String name, Exception failure) {
    return "";
  }

  String third(String name, Exception failure) {
    return "";
  }

  @Fallback("pong")
  void ping() {}

  @Fallback("ping")
  void pong() {}
}
