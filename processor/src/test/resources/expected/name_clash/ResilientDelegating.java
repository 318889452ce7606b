package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Delegating} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientDelegating implements Delegating {
  private static final Guard TO =
      Guards.method(lookup(), Delegating.class, "to", methodType(void.class, Delegating.class))
          .parameters("delegate")
          .retry()
          .build();

  private final Delegating delegate;

  ResilientDelegating(Delegating delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Delegating#to} ). */
  @Override
  public void to(Delegating delegate_) {
    long start = TO.start();
    Permit permit = TO.enter();
    Call call = null;
    while (true) {
      try {
        TO.admit(permit);
        delegate.to(delegate_);
      } catch (Throwable failure) {
        call = TO.failed(call, permit, start, failure, this, delegate_);
        permit = call.permit();
        continue;
      }
      TO.succeeded(call, permit);
      return;
    }
  }

  @Override
  public Delegating back(Delegating delegate_) {
    return delegate.back(delegate_);
  }
}
