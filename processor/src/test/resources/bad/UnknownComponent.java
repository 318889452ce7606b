// -Amulligan.component=spring
package com.acme;

import dev.mulligan.annotations.Retry;

class UnknownComponent {
  @Retry
  void call() {}
}
