package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Checkout} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientCheckout extends Checkout {
  private static final Guard FINISH =
      Guards.method(lookup(), Checkout.class, "finish", methodType(void.class, ResilientCart.class))
          .parameters("cart")
          .retry()
          .build();

  public ResilientCheckout(ResilientCart cart) {
    super(cart);
  }

  /** Retry( {@link Checkout#finish} ). */
  @Override
  public void finish(ResilientCart cart) {
    long start = FINISH.start();
    Permit permit = FINISH.enter();
    Call call = null;
    while (true) {
      try {
        FINISH.admit(permit);
        super.finish(cart);
      } catch (Throwable failure) {
        call = FINISH.failed(call, permit, start, failure, this, cart);
        permit = call.permit();
        continue;
      }
      FINISH.succeeded(call, permit);
      return;
    }
  }
}
