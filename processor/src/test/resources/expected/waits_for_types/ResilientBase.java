package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Base} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientBase extends Base {
  private static final Guard MAKE =
      Guards.method(lookup(), Base.class, "make", methodType(ResilientAlpha.class))
          .retry()
          .build();

  ResilientBase() {
    super();
  }

  /** Retry( {@link Base#make} ). */
  @Override
  ResilientAlpha make() {
    long start = MAKE.start();
    Permit permit = MAKE.enter();
    Call call = null;
    while (true) {
      ResilientAlpha result;
      try {
        MAKE.admit(permit);
        result = super.make();
      } catch (Throwable failure) {
        call = MAKE.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      MAKE.succeeded(call, permit);
      return result;
    }
  }
}
