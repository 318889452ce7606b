package com.acme;

import dev.mulligan.annotations.Retry;

class Payments {
  @Retry
  void pay() {}
}
