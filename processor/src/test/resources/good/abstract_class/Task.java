package com.acme;

import dev.mulligan.annotations.Retry;

public interface Task {
  @Retry
  void prepare();

  @Retry
  default void finish() {}
}
