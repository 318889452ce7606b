// -Amulligan.component=jsr330
package com.acme;

import dev.mulligan.annotations.Retry;
import jakarta.inject.Inject;

class WhichConstructor {
  WhichConstructor() {}

  WhichConstructor(int port) {}

  @Retry
  void call() {}

  static class Hidden {
    @Inject
    private Hidden() {}

    Hidden(int port) {}

    @Retry
    void call() {}
  }
}
