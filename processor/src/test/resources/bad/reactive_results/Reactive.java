package com.acme;

import dev.mulligan.annotations.Retry;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import kotlin.coroutines.Continuation;
import reactor.core.publisher.Mono;

interface Reactive {
  @Retry
  Mono<String> mono();

  @Retry
  Single<String> single();

  @Retry
  Uni<String> uni();

  @Retry
  Object suspending(String text, Continuation<? super String> rest);
}
