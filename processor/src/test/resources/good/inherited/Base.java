package com.acme;

import dev.mulligan.annotations.Retry;

public class Base<T> {
  @Retry(maxAttempts = 2)
  public T load(T key) {
    return key;
  }

  @Retry
  protected void warm(T[] keys) {}

  @Retry
  public void overridden() {}

  public void plain() {}
}
