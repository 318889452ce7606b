package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Ledger.Reader} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientLedger_Reader implements Ledger.Reader {
  private static final Guard READ =
      Guards.method(lookup(), Ledger.Reader.class, "read", methodType(void.class))
          .retry()
          .build();

  private final Ledger.Reader delegate;

  ResilientLedger_Reader(Ledger.Reader delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Ledger.Reader#read} ). */
  @Override
  public void read() {
    long start = READ.start();
    Permit permit = READ.enter();
    Call call = null;
    while (true) {
      try {
        READ.admit(permit);
        delegate.read();
      } catch (Throwable failure) {
        call = READ.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      READ.succeeded(call, permit);
      return;
    }
  }
}
