package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Inheritor} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientInheritor implements Inheritor {
  private static final Guard FIND =
      Guards.method(lookup(), Inheritor.class, "find", methodType(String.class))
          .retry()
          .build();

  private final Inheritor delegate;

  ResilientInheritor(Inheritor delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Inheritor#find} ). */
  @Override
  public String find() {
    long start = FIND.start();
    Permit permit = FIND.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND.admit(permit);
        result = delegate.find();
      } catch (Throwable failure) {
        call = FIND.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      FIND.succeeded(call, permit);
      return result;
    }
  }

  @Override
  public ResilientAlpha make() {
    return delegate.make();
  }
}
