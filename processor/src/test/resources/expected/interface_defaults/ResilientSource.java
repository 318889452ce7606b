package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Source} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientSource<R> implements Source<R> {
  private static final Guard READ_AGAIN =
      Guards.method(lookup(), Source.class, "readAgain", methodType(Object.class, Object.class))
          .parameters("before")
          .retry("maxAttempts = 2")
          .build();

  private final Source<R> delegate;

  public ResilientSource(Source<R> delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  @Override
  public R read() {
    return delegate.read();
  }

  /** Retry( {@link Source#readAgain} ). */
  @Override
  public R readAgain(R before) {
    long start = READ_AGAIN.start();
    Permit permit = READ_AGAIN.enter();
    Call call = null;
    while (true) {
      R result;
      try {
        READ_AGAIN.admit(permit);
        result = delegate.readAgain(before);
      } catch (Throwable failure) {
        call = READ_AGAIN.failed(call, permit, start, failure, this, before);
        permit = call.permit();
        continue;
      }
      READ_AGAIN.succeeded(call, permit);
      return result;
    }
  }

  @Override
  public void close() {
    delegate.close();
  }
}
