package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Bounds} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientBounds extends Bounds {
  private static final Guard FIND =
      Guards.method(lookup(), Bounds.class, "find", methodType(Comparable.class, Comparable.class))
          .parameters("given")
          .retry()
          .build();

  ResilientBounds() {
    super();
  }

  /** Retry( {@link Bounds#find} ). */
  @Override
  <T extends Comparable<? super ResilientAlpha>> T find(T given) {
    long start = FIND.start();
    Permit permit = FIND.enter();
    Call call = null;
    while (true) {
      T result;
      try {
        FIND.admit(permit);
        result = super.find(given);
      } catch (Throwable failure) {
        call = FIND.failed(call, permit, start, failure, this, given);
        permit = call.permit();
        continue;
      }
      FIND.succeeded(call, permit);
      return result;
    }
  }
}
