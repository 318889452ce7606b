package com.acme;

import dev.mulligan.annotations.Fallback;
import java.util.List;

interface Feed {
  @Fallback("empty")
  List<String> read(int limit);

  default List<String> empty(int limit) {
    return List.of();
  }
}
