package com.acme;

import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;

interface FallbackOfInterface extends Left, Right {
  @Retry
  @Fallback("cached")
  String call(String name);
}

interface Left {
  String cached(String name);
}

interface Right {
  String cached(String name, Throwable failure);
}
