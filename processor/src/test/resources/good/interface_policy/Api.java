package com.acme;

import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;

public interface Api<T> {
  @Retry(maxAttempts = 2)
  void call(@Key T target, @Redact String secret);

  void ping();
}
