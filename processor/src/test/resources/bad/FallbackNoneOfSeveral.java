package com.acme;

import dev.mulligan.annotations.Fallback;

class FallbackNoneOfSeveral {
  @Fallback("cached")
  String call(String name) {
    return "";
  }

  String cached() {
    return "";
  }

  String cached(String name, String failure) {
    return "";
  }
}
