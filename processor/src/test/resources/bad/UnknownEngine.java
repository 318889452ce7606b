// -Amulligan.engine=magic
package com.acme;

import dev.mulligan.annotations.Retry;

class UnknownEngine {
  @Retry
  void call() {}
}
