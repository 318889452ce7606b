package com.acme;

import dev.mulligan.annotations.Fallback;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class FallbackAsyncResult {
  @Fallback("now")
  CompletionStage<String> later() {
    return null;
  }

  String now() {
    return "";
  }

  @Fallback("number")
  CompletionStage<String> text() {
    return null;
  }

  CompletableFuture<Integer> number() {
    return null;
  }
}
