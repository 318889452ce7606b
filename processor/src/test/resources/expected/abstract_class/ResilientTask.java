package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Task} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientTask implements Task {
  private static final Guard PREPARE =
      Guards.method(lookup(), Task.class, "prepare", methodType(void.class))
          .retry()
          .build();

  private static final Guard FINISH =
      Guards.method(lookup(), Task.class, "finish", methodType(void.class))
          .retry()
          .build();

  private final Task delegate;

  public ResilientTask(Task delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Task#prepare} ). */
  @Override
  public void prepare() {
    long start = PREPARE.start();
    Permit permit = PREPARE.enter();
    Call call = null;
    while (true) {
      try {
        PREPARE.admit(permit);
        delegate.prepare();
      } catch (Throwable failure) {
        call = PREPARE.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      PREPARE.succeeded(call, permit);
      return;
    }
  }

  /** Retry( {@link Task#finish} ). */
  @Override
  public void finish() {
    long start = FINISH.start();
    Permit permit = FINISH.enter();
    Call call = null;
    while (true) {
      try {
        FINISH.admit(permit);
        delegate.finish();
      } catch (Throwable failure) {
        call = FINISH.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      FINISH.succeeded(call, permit);
      return;
    }
  }
}
