package com.acme;

import dev.mulligan.annotations.Fallback;

@Fallback("cached")
class FallbackItself {
  public String call(String name) {
    return "";
  }

  public String cached(String name) {
    return "";
  }
}
