package com.acme;

import dev.mulligan.annotations.Retry;
import jakarta.inject.Inject;

class Vouchers {
  Vouchers() {}

  @Inject
  Vouchers(Cards cards) {}

  @Retry
  void pay() {}
}
