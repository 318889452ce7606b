package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Ranking} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientRanking implements Ranking {
  private static final Guard LOAD =
      Guards.method(lookup(), Ranking.class, "load", methodType(void.class))
          .retry()
          .build();

  private final Ranking delegate;

  public ResilientRanking(Ranking delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Ranking#load} ). */
  @Override
  public void load() {
    long start = LOAD.start();
    Permit permit = LOAD.enter();
    Call call = null;
    while (true) {
      try {
        LOAD.admit(permit);
        delegate.load();
      } catch (Throwable failure) {
        call = LOAD.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      LOAD.succeeded(call, permit);
      return;
    }
  }

  @Override
  public boolean equals(String other) {
    return delegate.equals(other);
  }
}
