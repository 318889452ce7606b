package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Mixed} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientMixed extends Mixed {
  private static final Guard OPEN =
      Guards.method(lookup(), Mixed.class, "open", methodType(void.class))
          .retry()
          .build();

  public ResilientMixed() {
    super();
  }

  /** Retry( {@link Mixed#open} ). */
  @Override
  public void open() {
    long start = OPEN.start();
    Permit permit = OPEN.enter();
    Call call = null;
    while (true) {
      try {
        OPEN.admit(permit);
        super.open();
      } catch (Throwable failure) {
        call = OPEN.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      OPEN.succeeded(call, permit);
      return;
    }
  }
}
