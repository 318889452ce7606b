package com.acme;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Retry;

public interface Api {
  @Retry(backoff = Backoff.NONE)
  void call() throws java.io.IOException;
}
