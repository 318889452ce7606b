package com.acme;

import dev.mulligan.annotations.Retry;

public interface Api {
  @Retry(delay = "0ms")
  String call(String... arguments) throws Exception;
}
