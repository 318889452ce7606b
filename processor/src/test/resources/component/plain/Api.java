package com.acme;

import dev.mulligan.annotations.Retry;

public interface Api {
  @Retry
  void call();
}
