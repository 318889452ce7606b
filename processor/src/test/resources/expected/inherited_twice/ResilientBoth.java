package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.io.EOFException;
import javax.annotation.processing.Generated;

/** {@link Both} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientBoth implements Both {
  private static final Guard FIND =
      Guards.method(lookup(), Both.class, "find", methodType(String.class))
          .retry()
          .build();

  private final Both delegate;

  ResilientBoth(Both delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Both#find} ). */
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
  public String get() {
    return delegate.get();
  }

  @Override
  public String read() throws EOFException {
    return delegate.read();
  }
}
