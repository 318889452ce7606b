package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;
import kotlin.Unit;
import kotlin.jvm.functions.Function0;
import kotlin.jvm.functions.Function1;

/** {@link Repository} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientRepository implements Repository {
  private static final Guard FIND =
      Guards.method(
              lookup(),
              Repository.class,
              "find",
              methodType(String.class, Function1.class, int.class))
          .parameters("filter", "limit")
          .retry()
          .build();

  private static final Guard EACH$LIBRARY =
      Guards.method(
              lookup(),
              Repository.class,
              "each$library",
              methodType(void.class, Function0.class))
          .parameters("action")
          .retry()
          .build();

  private final Repository delegate;

  public ResilientRepository(Repository delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  @Override
  public String getName() {
    return delegate.getName();
  }

  @Override
  public void setName(String name) {
    delegate.setName(name);
  }

  /** Retry( {@link Repository#find} ). */
  @Override
  public String find(Function1<? super String, Boolean> filter, int limit) {
    long start = FIND.start();
    Permit permit = FIND.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND.admit(permit);
        result = delegate.find(filter, limit);
      } catch (Throwable failure) {
        call = FIND.failed(call, permit, start, failure, this, filter, limit);
        permit = call.permit();
        continue;
      }
      FIND.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Repository#each$library} ). */
  @Override
  public void each$library(Function0<Unit> action) {
    long start = EACH$LIBRARY.start();
    Permit permit = EACH$LIBRARY.enter();
    Call call = null;
    while (true) {
      try {
        EACH$LIBRARY.admit(permit);
        delegate.each$library(action);
      } catch (Throwable failure) {
        call = EACH$LIBRARY.failed(call, permit, start, failure, this, action);
        permit = call.permit();
        continue;
      }
      EACH$LIBRARY.succeeded(call, permit);
      return;
    }
  }
}
