package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.util.ArrayList;
import javax.annotation.processing.Generated;

/** {@link HttpFeed} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientHttpFeed extends HttpFeed {
  private static final Guard READ =
      Guards.method(lookup(), HttpFeed.class, "read", methodType(ArrayList.class, int.class))
          .parameters("limit")
          .fallback("value = empty")
          .build();

  ResilientHttpFeed() {
    super();
  }

  /** Fallback( {@link HttpFeed#read} ). */
  @Override
  public ArrayList<String> read(int limit) {
    long start = READ.start();
    Permit permit = READ.enter();
    Call call = null;
    while (true) {
      ArrayList<String> result;
      try {
        READ.admit(permit);
        result = super.read(limit);
      } catch (Throwable failure) {
        call = READ.failed(call, permit, start, failure, this, limit);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      READ.succeeded(call, permit);
      return result;
    }
  }
}
