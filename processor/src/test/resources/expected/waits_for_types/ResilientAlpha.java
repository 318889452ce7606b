package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Alpha} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientAlpha extends Alpha {
  private static final Guard FIND =
      Guards.method(lookup(), Alpha.class, "find", methodType(String.class))
          .retry()
          .build();

  ResilientAlpha() {
    super();
  }

  /** Retry( {@link Alpha#find} ). */
  @Override
  String find() {
    long start = FIND.start();
    Permit permit = FIND.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND.admit(permit);
        result = super.find();
      } catch (Throwable failure) {
        call = FIND.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      FIND.succeeded(call, permit);
      return result;
    }
  }
}
