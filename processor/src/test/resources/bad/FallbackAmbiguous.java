package com.acme;

import dev.mulligan.annotations.Fallback;

class FallbackAmbiguous {
  @Fallback("cached")
  String call(String name) {
    return "";
  }

  String cached(String name) {
    return "";
  }

  String cached(String name, Exception failure) {
    return "";
  }
}
