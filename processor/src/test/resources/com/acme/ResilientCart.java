package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Cart} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientCart extends Cart {
  private static final Guard ADD =
      Guards.method(lookup(), Cart.class, "add", methodType(void.class))
          .retry()
          .build();

  public ResilientCart() {
    super();
  }

  /** Retry( {@link Cart#add} ). */
  @Override
  public void add() {
    long start = ADD.start();
    Permit permit = ADD.enter();
    Call call = null;
    while (true) {
      try {
        ADD.admit(permit);
        super.add();
      } catch (Throwable failure) {
        call = ADD.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      ADD.succeeded(call, permit);
      return;
    }
  }
}
