package com.acme;

import dev.mulligan.annotations.Retry;

interface Api {
  @Retry(delay = "soon")
  void call();
}
