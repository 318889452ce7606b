package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.util.List;
import javax.annotation.processing.Generated;

/** {@link Wildcards} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientWildcards extends Wildcards {
  private static final Guard FIND =
      Guards.method(
              lookup(),
              Wildcards.class,
              "find",
              methodType(String.class, List.class, List.class))
          .parameters("list", "other")
          .retry()
          .build();

  ResilientWildcards() {
    super();
  }

  /** Retry( {@link Wildcards#find} ). */
  @Override
  String find(List<? extends ResilientAlpha> list, List<? super ResilientAlpha[]> other) {
    long start = FIND.start();
    Permit permit = FIND.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND.admit(permit);
        result = super.find(list, other);
      } catch (Throwable failure) {
        call = FIND.failed(call, permit, start, failure, this, list, other);
        permit = call.permit();
        continue;
      }
      FIND.succeeded(call, permit);
      return result;
    }
  }
}
