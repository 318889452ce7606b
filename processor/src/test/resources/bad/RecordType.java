package com.acme;

import dev.mulligan.annotations.Retry;

@Retry
record RecordType(String text) {
  public void call() {}
}
