// -Amulligan.engine=agent
package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.concurrent.CompletionStage;

class StageResultUnderAgent {
  @Retry
  static CompletionStage<String> call() {
    return null;
  }
}
