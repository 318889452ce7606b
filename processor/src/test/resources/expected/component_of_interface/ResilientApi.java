package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import javax.annotation.processing.Generated;

/** {@link Api} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientApi<T> implements Api<T> {
  private static final Guard CALL =
      Guards.method(lookup(), Api.class, "call", methodType(void.class, Object.class))
          .parameters("delegate")
          .retry()
          .build();

  private final Api<T> delegate;

  @Inject
  public ResilientApi(@Named("delegate") Api<T> delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Api#call} ). */
  @Override
  public void call(T delegate_) {
    long start = CALL.start();
    Permit permit = CALL.enter();
    Call call = null;
    while (true) {
      try {
        CALL.admit(permit);
        delegate.call(delegate_);
      } catch (Throwable failure) {
        call = CALL.failed(call, permit, start, failure, this, delegate_);
        permit = call.permit();
        continue;
      }
      CALL.succeeded(call, permit);
      return;
    }
  }
}
