// -Amulligan.component=guice
package com.acme;

import dev.mulligan.annotations.Retry;

class UnknownComponent {
  @Retry
  void call() {}
}
