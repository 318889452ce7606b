package com.acme;

import dev.mulligan.annotations.Timeout;

interface Mail<T> {
  @Timeout("10s")
  boolean send(T delegate) throws InterruptedException;

  @Timeout("1s")
  void close() throws Exception;

  default T last() {
    return null;
  }
}
