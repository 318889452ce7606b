package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Job} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public abstract class ResilientJob extends Job {
  private static final Guard RUN =
      Guards.method(lookup(), Job.class, "run", methodType(void.class))
          .retry()
          .build();

  private static final Guard FINISH =
      Guards.method(lookup(), Task.class, "finish", methodType(void.class))
          .retry()
          .build();

  public ResilientJob() {
    super();
  }

  /** Retry( {@link Job#run} ). */
  @Override
  public void run() {
    long start = RUN.start();
    Permit permit = RUN.enter();
    Call call = null;
    while (true) {
      try {
        RUN.admit(permit);
        super.run();
      } catch (Throwable failure) {
        call = RUN.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      RUN.succeeded(call, permit);
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
        super.finish();
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
