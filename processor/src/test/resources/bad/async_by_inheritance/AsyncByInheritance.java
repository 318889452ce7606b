package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.concurrent.CompletionStage;

class AsyncByInheritance extends Repository<CompletionStage<String>> {
  @Retry
  void own() {}
}
