package com.acme;

import dev.mulligan.annotations.Retry;

enum EnumType {
  ONE;

  @Retry
  void call() {}
}
