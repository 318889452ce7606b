package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Api} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientApi<T> implements Api<T> {
  private static final Guard CALL =
      Guards.method(lookup(), Api.class, "call", methodType(void.class, Object.class, String.class))
          .parameters("target", "secret")
          .key(0, "")
          .redact(1)
          .retry("maxAttempts = 2")
          .build();

  private final Api<T> delegate;

  public ResilientApi(Api<T> delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Api#call} ). */
  @Override
  public void call(T target, String secret) {
    long start = CALL.start();
    Permit permit = CALL.enter(target);
    Call call = null;
    while (true) {
      try {
        CALL.admit(permit);
        delegate.call(target, secret);
      } catch (Throwable failure) {
        call = CALL.failed(call, permit, start, failure, this, target, secret);
        permit = call.permit();
        continue;
      }
      CALL.succeeded(call, permit);
      return;
    }
  }

  @Override
  public void ping() {
    delegate.ping();
  }
}
