package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Shop.Till} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientShop_Till extends Shop.Till {
  private static final Guard OPEN =
      Guards.method(lookup(), Shop.Till.class, "open", methodType(void.class))
          .retry()
          .build();

  public ResilientShop_Till() {
    super();
  }

  /** Retry( {@link Shop.Till#open} ). */
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
