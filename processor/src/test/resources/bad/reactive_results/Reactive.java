package com.acme;

import dev.mulligan.annotations.Retry;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Multi;
import kotlin.coroutines.Continuation;

interface Reactive {
  @Retry
  Mine<String> subtype();

  @Retry
  Single<String> single();

  @Retry
  Multi<String> multi();

  @Retry
  Object suspending(String text, Continuation<? super String> rest);
}
