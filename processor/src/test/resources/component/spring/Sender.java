package com.acme;

import dev.mulligan.annotations.Retry;

public interface Sender {
  @Retry
  String send();
}
