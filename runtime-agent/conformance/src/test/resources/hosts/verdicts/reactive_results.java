package com.acme;

import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Multi;
import kotlin.coroutines.Continuation;

class Reacting implements Reactive {
  @Override
  public Mine<String> subtype() {
    return null;
  }

  @Override
  public Single<String> single() {
    return null;
  }

  @Override
  public Multi<String> multi() {
    return null;
  }

  @Override
  public Object suspending(String text, Continuation<? super String> rest) {
    return text;
  }
}
