package com.acme;

import dev.mulligan.annotations.Retry;

class Base {
  @Retry
  ResilientAlpha make() {
    return new ResilientAlpha();
  }
}
