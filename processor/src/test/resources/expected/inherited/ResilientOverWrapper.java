package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link OverWrapper} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientOverWrapper extends OverWrapper {
  private static final Guard MORE =
      Guards.method(lookup(), OverWrapper.class, "more", methodType(void.class))
          .retry()
          .build();

  public ResilientOverWrapper() {
    super();
  }

  /** Retry( {@link OverWrapper#more} ). */
  @Override
  public void more() {
    long start = MORE.start();
    Permit permit = MORE.enter();
    Call call = null;
    while (true) {
      try {
        MORE.admit(permit);
        super.more();
      } catch (Throwable failure) {
        call = MORE.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      MORE.succeeded(call, permit);
      return;
    }
  }
}
