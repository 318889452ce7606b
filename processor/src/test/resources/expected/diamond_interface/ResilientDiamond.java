package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.util.List;
import javax.annotation.processing.Generated;

/** {@link Diamond} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientDiamond implements Diamond {
  private static final Guard OWN =
      Guards.method(lookup(), Diamond.class, "own", methodType(void.class))
          .retry()
          .build();

  private final Diamond delegate;

  ResilientDiamond(Diamond delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Diamond#own} ). */
  @Override
  public void own() {
    long start = OWN.start();
    Permit permit = OWN.enter();
    Call call = null;
    while (true) {
      try {
        OWN.admit(permit);
        delegate.own();
      } catch (Throwable failure) {
        call = OWN.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      OWN.succeeded(call, permit);
      return;
    }
  }

  @Override
  public List<String> both() {
    return delegate.both();
  }

  @Override
  public void close() {
    delegate.close();
  }
}
