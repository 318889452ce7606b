package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Ledger} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientLedger extends Ledger {
  private static final Guard WRITE =
      Guards.method(lookup(), Ledger.class, "write", methodType(void.class))
          .retry()
          .build();

  ResilientLedger() {
    super();
  }

  /** Retry( {@link Ledger#write} ). */
  @Override
  public void write() {
    long start = WRITE.start();
    Permit permit = WRITE.enter();
    Call call = null;
    while (true) {
      try {
        WRITE.admit(permit);
        super.write();
      } catch (Throwable failure) {
        call = WRITE.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      WRITE.succeeded(call, permit);
      return;
    }
  }
}
