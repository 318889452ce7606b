package com.acme;

import dev.mulligan.annotations.Fallback;
import java.io.FileNotFoundException;
import java.io.IOException;

class FallbackThrows {
  @Fallback("cached")
  String call(String name) throws FileNotFoundException {
    return "";
  }

  String cached(String name) throws IllegalStateException, IOException {
    return "";
  }
}
