package com.acme;

import dev.mulligan.annotations.Bulkhead;

class BulkheadOfNone {
  @Bulkhead(value = 0, maxWait = "-1s")
  void call() {}
}
