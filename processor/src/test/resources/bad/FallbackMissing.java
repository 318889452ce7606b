package com.acme;

import dev.mulligan.annotations.Fallback;
import java.util.List;

class FallbackMissing {
  @Fallback("cachedd")
  String call(List<String> names, int limit) {
    return "";
  }

  String cached(List<String> names, int limit) {
    return "";
  }
}
