package com.acme;

import dev.mulligan.annotations.Retry;

interface Delegating {
  @Retry
  void to(Delegating delegate);

  Delegating back(Delegating delegate);
}
