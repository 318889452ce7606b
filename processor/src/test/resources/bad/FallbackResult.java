package com.acme;

import dev.mulligan.annotations.Fallback;

class FallbackResult {
  @Fallback("text")
  int number() {
    return 0;
  }

  String text() {
    return "";
  }

  @Fallback("small")
  long large() {
    return 0;
  }

  short small() {
    return 0;
  }

  @Fallback("nothing")
  Integer boxed() {
    return 0;
  }

  void nothing() {}
}
