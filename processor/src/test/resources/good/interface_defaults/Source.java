package com.acme;

import dev.mulligan.annotations.Retry;

public interface Source<R> {
  R read();

  @Retry(maxAttempts = 2)
  default R readAgain(R before) {
    return read();
  }

  default void close() {}
}
