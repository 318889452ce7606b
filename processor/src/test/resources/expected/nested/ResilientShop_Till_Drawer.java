package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Shop.Till.Drawer} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientShop_Till_Drawer implements Shop.Till.Drawer {
  private static final Guard PUSH =
      Guards.method(lookup(), Shop.Till.Drawer.class, "push", methodType(void.class))
          .retry()
          .build();

  private final Shop.Till.Drawer delegate;

  public ResilientShop_Till_Drawer(Shop.Till.Drawer delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Shop.Till.Drawer#push} ). */
  @Override
  public void push() {
    long start = PUSH.start();
    Permit permit = PUSH.enter();
    Call call = null;
    while (true) {
      try {
        PUSH.admit(permit);
        delegate.push();
      } catch (Throwable failure) {
        call = PUSH.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      PUSH.succeeded(call, permit);
      return;
    }
  }
}
