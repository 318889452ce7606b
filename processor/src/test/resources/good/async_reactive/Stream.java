package com.acme;

import dev.mulligan.annotations.Retry;
import io.smallrye.mutiny.Uni;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

interface Stream {
  @Retry
  Mono<String> one(String text);

  @Retry
  Flux<String> many(String text);

  @Retry
  Uni<String> uni(String text);
}
