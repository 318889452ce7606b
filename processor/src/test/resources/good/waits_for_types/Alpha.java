package com.acme;

import dev.mulligan.annotations.Retry;

/** Its wrapper, written in the first round, is what the others mention. */
class Alpha {
  @Retry
  String find() {
    return "";
  }
}
