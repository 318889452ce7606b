// -Amulligan.engine=agent
package com.acme;

import dev.mulligan.annotations.Retry;

abstract class AbstractMethodUnderAgent {
  @Retry
  abstract void call();
}
