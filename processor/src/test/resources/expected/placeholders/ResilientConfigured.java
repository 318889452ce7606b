package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Configured} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientConfigured extends Configured {
  private static final Guard CALL =
      Guards.method(lookup(), Configured.class, "call", methodType(void.class))
          .retry("delay = ${shop.delay:10ms}", "maxDuration = ${shop.limit}", "budget = 20%")
          .circuitBreaker("window = 100 calls", "failureRate = 12.5")
          .build();

  public ResilientConfigured() {
    super();
  }

  /** Retry( CircuitBreaker( {@link Configured#call} )). */
  @Override
  public void call() {
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
}
