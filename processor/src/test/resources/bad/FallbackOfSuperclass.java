package com.acme;

import dev.mulligan.annotations.Fallback;

abstract class FallbackOfSuperclass<T> extends FallbackAbove<T> {
  @Fallback("above")
  String call(T name) {
    return "";
  }
}

abstract class FallbackAbove<T> {
  T above(T name) {
    return name;
  }
}
