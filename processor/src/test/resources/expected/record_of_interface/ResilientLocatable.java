package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Locatable} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientLocatable<T extends Locatable<T>> implements Locatable<T> {
  private static final Guard LOCATE =
      Guards.method(lookup(), Locatable.class, "locate", methodType(Locatable.class))
          .retry()
          .build();

  private final Locatable<T> delegate;

  public ResilientLocatable(Locatable<T> delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  @Override
  public int x() {
    return delegate.x();
  }

  @Override
  public int y() {
    return delegate.y();
  }

  /** Retry( {@link Locatable#locate} ). */
  @Override
  public T locate() {
    long start = LOCATE.start();
    Permit permit = LOCATE.enter();
    Call call = null;
    while (true) {
      T result;
      try {
        LOCATE.admit(permit);
        result = delegate.locate();
      } catch (Throwable failure) {
        call = LOCATE.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      LOCATE.succeeded(call, permit);
      return result;
    }
  }
}
