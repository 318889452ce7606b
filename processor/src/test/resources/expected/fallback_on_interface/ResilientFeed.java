package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.util.List;
import javax.annotation.processing.Generated;

/** {@link Feed} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientFeed implements Feed {
  private static final Guard READ =
      Guards.method(lookup(), Feed.class, "read", methodType(List.class, int.class))
          .parameters("limit")
          .fallback("value = empty")
          .build();

  private final Feed delegate;

  ResilientFeed(Feed delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Fallback( {@link Feed#read} ). */
  @Override
  public List<String> read(int limit) {
    long start = READ.start();
    Permit permit = READ.enter();
    Call call = null;
    while (true) {
      List<String> result;
      try {
        READ.admit(permit);
        result = delegate.read(limit);
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

  @Override
  public List<String> empty(int limit) {
    return delegate.empty(limit);
  }
}
