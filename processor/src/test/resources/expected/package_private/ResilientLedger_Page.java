package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Ledger.Page} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientLedger_Page extends Ledger.Page {
  private static final Guard TURN =
      Guards.method(lookup(), Ledger.Page.class, "turn", methodType(void.class))
          .retry()
          .build();

  protected ResilientLedger_Page() {
    super();
  }

  /** Retry( {@link Ledger.Page#turn} ). */
  @Override
  public void turn() {
    long start = TURN.start();
    Permit permit = TURN.enter();
    Call call = null;
    while (true) {
      try {
        TURN.admit(permit);
        super.turn();
      } catch (Throwable failure) {
        call = TURN.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      TURN.succeeded(call, permit);
      return;
    }
  }
}
