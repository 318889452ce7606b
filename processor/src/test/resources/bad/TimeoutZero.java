package com.acme;

import dev.mulligan.annotations.Timeout;

class TimeoutZero {
  @Timeout("0ms")
  void call() {}

  @Timeout(value = "soon", interrupt = false)
  void other() {}
}
