package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import java.util.concurrent.CompletionStage;

@CircuitBreaker
public interface Clients<C> {
  CompletionStage<C> find(String name);

  CompletionStage<C> put(C client, boolean overwrite);

  int count();
}
