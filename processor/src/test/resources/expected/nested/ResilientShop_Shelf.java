package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Shop.Shelf} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientShop_Shelf<T> extends Shop.Shelf<T> {
  private static final Guard TAKE =
      Guards.method(lookup(), Shop.Shelf.class, "take", methodType(Object.class))
          .retry()
          .build();

  protected ResilientShop_Shelf() {
    super();
  }

  /** Retry( {@link Shop.Shelf#take} ). */
  @Override
  T take() {
    long start = TAKE.start();
    Permit permit = TAKE.enter();
    Call call = null;
    while (true) {
      T result;
      try {
        TAKE.admit(permit);
        result = super.take();
      } catch (Throwable failure) {
        call = TAKE.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      TAKE.succeeded(call, permit);
      return result;
    }
  }
}
