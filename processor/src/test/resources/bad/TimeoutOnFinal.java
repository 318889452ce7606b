package com.acme;

import dev.mulligan.annotations.Timeout;

class TimeoutOnFinal {
  @Timeout("1s")
  final void call() {}
}
