package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** {@link FileCaller} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientFileCaller extends FileCaller {
  private static final Guard OPEN =
      Guards.method(lookup(), FileCaller.class, "open", methodType(void.class))
          .retry()
          .build();

  private static final Guard CALL =
      Guards.method(lookup(), Caller.class, "call", methodType(void.class))
          .retry()
          .build();

  private static final Guard EITHER =
      Guards.method(lookup(), Caller.class, "either", methodType(void.class, boolean.class))
          .parameters("one")
          .retry()
          .build();

  public ResilientFileCaller() {
    super();
  }

  /** Retry( {@link FileCaller#open} ). */
  @Override
  public void open() throws IOException {
    long start = OPEN.start();
    Permit permit = OPEN.enter();
    Call call = null;
    while (true) {
      try {
        OPEN.admit(permit);
        super.open();
      } catch (Throwable failure) {
        call = OPEN.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      OPEN.succeeded(call, permit);
      return;
    }
  }

  /** Retry( {@link Caller#call} ). */
  @Override
  public void call() throws IOException {
    long start = CALL.start();
    Permit permit = CALL.enter();
    Call call = null;
    while (true) {
      try {
        CALL.admit(permit);
        super.call();
      } catch (Throwable failure) {
        call = CALL.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      CALL.succeeded(call, permit);
      return;
    }
  }

  /** Retry( {@link Caller#either} ). */
  @Override
  public <X extends Exception> void either(boolean one) throws IOException, X {
    long start = EITHER.start();
    Permit permit = EITHER.enter();
    Call call = null;
    while (true) {
      try {
        EITHER.admit(permit);
        super.either(one);
      } catch (Throwable failure) {
        call = EITHER.failed(call, permit, start, failure, this, one);
        permit = call.permit();
        continue;
      }
      EITHER.succeeded(call, permit);
      return;
    }
  }
}
