// -Amulligan.engine=agent
package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.concurrent.Future;

class FutureResultUnderAgent {
  @Retry
  static Future<String> call() {
    return null;
  }
}
