package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Runner} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientRunner extends Runner {
  private static final Guard FIND =
      Guards.method(
              lookup(),
              Runner.class,
              "find",
              methodType(String.class, java.lang.Process.class, Process.class))
          .parameters("theirs", "ours")
          .retry()
          .build();

  ResilientRunner() {
    super();
  }

  /** Retry( {@link Runner#find} ). */
  @java.lang.Override
  String find(java.lang.Process theirs, Process ours) {
    long start = FIND.start();
    Permit permit = FIND.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND.admit(permit);
        result = super.find(theirs, ours);
      } catch (Throwable failure) {
        call = FIND.failed(call, permit, start, failure, this, theirs, ours);
        permit = call.permit();
        continue;
      }
      FIND.succeeded(call, permit);
      return result;
    }
  }
}
