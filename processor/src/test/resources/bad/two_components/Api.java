// -Amulligan.component=spring
package com.acme;

import dev.mulligan.annotations.Retry;

interface Api {
  @Retry
  void call();

  void ping();
}
