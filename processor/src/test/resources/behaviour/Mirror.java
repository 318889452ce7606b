package com.acme;

import dev.mulligan.annotations.Fallback;

public interface Mirror {
  @Fallback("elsewhere")
  String read(String name);

  default String elsewhere(String name) {
    return name + " from elsewhere";
  }
}
