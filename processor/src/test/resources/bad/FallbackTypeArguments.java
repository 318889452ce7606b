package com.acme;

import dev.mulligan.annotations.Fallback;
import java.util.List;

class FallbackTypeArguments {
  @Fallback("cached")
  String call(List<String> names) {
    return "";
  }

  String cached(List<Integer> names) {
    return "";
  }

  @Fallback("numbers")
  List<String> names() {
    return List.of();
  }

  List<Integer> numbers() {
    return List.of();
  }
}
