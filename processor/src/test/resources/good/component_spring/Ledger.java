package com.acme;

import dev.mulligan.annotations.Retry;

/** Nobody creates what is abstract. */
abstract class Ledger {
  @Retry
  void write() {}

  abstract void read();
}
