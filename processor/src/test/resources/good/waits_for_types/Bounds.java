package com.acme;

import dev.mulligan.annotations.Retry;

class Bounds {
  @Retry
  <T extends Comparable<? super ResilientAlpha>> T find(T given) {
    return given;
  }
}
