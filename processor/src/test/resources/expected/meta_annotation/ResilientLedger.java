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
public class ResilientLedger extends Ledger {
  private static final Guard BOOK =
      Guards.method(lookup(), Ledger.class, "book", methodType(void.class))
          .retry("name = critical", "maxAttempts = 7")
          .deadLetter()
          .build();

  private static final Guard AUDIT =
      Guards.method(lookup(), Ledger.class, "audit", methodType(void.class))
          .retry("name = critical", "maxAttempts = 7")
          .circuitBreaker("consecutiveFailures = 3")
          .deadLetter("queue = own")
          .build();

  public ResilientLedger() {
    super();
  }

  /** DeadLetter( Retry( {@link Ledger#book} )). */
  @Override
  public void book() {
    long start = BOOK.start();
    Permit permit = BOOK.enter();
    Call call = null;
    while (true) {
      try {
        BOOK.admit(permit);
        super.book();
      } catch (Throwable failure) {
        call = BOOK.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      BOOK.succeeded(call, permit);
      return;
    }
  }

  /** DeadLetter( Retry( CircuitBreaker( {@link Ledger#audit} ))). */
  @Override
  public void audit() {
    long start = AUDIT.start();
    Permit permit = AUDIT.enter();
    Call call = null;
    while (true) {
      try {
        AUDIT.admit(permit);
        super.audit();
      } catch (Throwable failure) {
        call = AUDIT.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      AUDIT.succeeded(call, permit);
      return;
    }
  }
}
