package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Payment.Card} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientPayment_Card extends Payment.Card {
  private static final Guard PAY =
      Guards.method(lookup(), Payment.Card.class, "pay", methodType(void.class))
          .retry()
          .build();

  public ResilientPayment_Card() {
    super();
  }

  /** Retry( {@link Payment.Card#pay} ). */
  @Override
  public void pay() {
    long start = PAY.start();
    Permit permit = PAY.enter();
    Call call = null;
    while (true) {
      try {
        PAY.admit(permit);
        super.pay();
      } catch (Throwable failure) {
        call = PAY.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      PAY.succeeded(call, permit);
      return;
    }
  }
}
