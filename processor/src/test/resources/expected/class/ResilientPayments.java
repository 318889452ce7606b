package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** {@link Payments} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientPayments extends Payments {
  private static final Guard PAY =
      Guards.method(
              lookup(),
              Payments.class,
              "pay",
              methodType(Payments.Receipt.class, Payments.Order.class))
          .parameters("order")
          .retry("maxAttempts = 5", "delay = 50ms")
          .circuitBreaker("failureRate = 30")
          .deadLetter()
          .build();

  public ResilientPayments(Payments.Gateway gateway) {
    super(gateway);
  }

  /** DeadLetter( Retry( CircuitBreaker( {@link Payments#pay} ))). */
  @Override
  public Payments.Receipt pay(Payments.Order order) throws IOException {
    long start = PAY.start();
    Permit permit = PAY.enter();
    Call call = null;
    while (true) {
      Payments.Receipt result;
      try {
        PAY.admit(permit);
        result = super.pay(order);
      } catch (Throwable failure) {
        call = PAY.failed(call, permit, start, failure, this, order);
        permit = call.permit();
        continue;
      }
      PAY.succeeded(call, permit);
      return result;
    }
  }
}
