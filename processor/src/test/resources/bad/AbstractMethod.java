package com.acme;

import dev.mulligan.annotations.Retry;

abstract class AbstractMethod {
  @Retry
  abstract void call();
}
