package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import javax.annotation.processing.Generated;

/** {@link Mail} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientMail<T> implements Mail<T> {
  private static final Guard SEND =
      Guards.method(lookup(), Mail.class, "send", methodType(boolean.class, Object.class))
          .parameters("delegate")
          .timeout("value = 10s")
          .build();

  private static final Guard CLOSE =
      Guards.method(lookup(), Mail.class, "close", methodType(void.class))
          .timeout("value = 1s")
          .build();

  private final Mail<T> delegate;

  ResilientMail(Mail<T> delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Timeout( {@link Mail#send} ). */
  @Override
  public boolean send(T delegate_) throws InterruptedException {
    return SEND.call(() -> delegate.send(delegate_), this, delegate_);
  }

  /** Timeout( {@link Mail#close} ). */
  @Override
  public void close() throws Exception {
    CLOSE.call(
        () -> {
          delegate.close();
          return null;
        },
        this);
  }

  @Override
  public T last() {
    return delegate.last();
  }
}
