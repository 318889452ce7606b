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
              methodType(String.class, Payments.Account.class, long.class))
          .parameters("account", "cents")
          .key(0, "host")
          .retry("maxAttempts = 4", "maxDuration = 20s")
          .circuitBreaker("failureRate = 30")
          .rateLimit("permits = 100")
          .timeout("value = 2s")
          .bulkhead("value = 8", "maxWait = 100ms")
          .deadLetter("queue = payments")
          .fallback("value = later")
          .build();

  private static final Guard PAY_HERE =
      Guards.method(
              lookup(),
              Payments.class,
              "payHere",
              methodType(String.class, Payments.Account.class, long.class))
          .parameters("account", "cents")
          .retry()
          .circuitBreaker()
          .rateLimit("permits = 100")
          .bulkhead("value = 8")
          .deadLetter("snapshot = true")
          .fallback("value = later")
          .build();

  public ResilientPayments() {
    super();
  }

  /**
   * Fallback( DeadLetter( Retry( CircuitBreaker( RateLimit( Timeout( Bulkhead(
   * {@link Payments#pay} ))))))).
   */
  @Override
  public String pay(Payments.Account account, long cents) throws IOException {
    return PAY.call(() -> super.pay(account, cents), this, account, cents);
  }

  /**
   * Fallback( DeadLetter( Retry( CircuitBreaker( RateLimit( Bulkhead(
   * {@link Payments#payHere} )))))).
   */
  @Override
  public String payHere(Payments.Account account, long cents) throws IOException {
    long start = PAY_HERE.start();
    Permit permit = PAY_HERE.enter();
    Call call = PAY_HERE.snapshot(this, account, cents);
    while (true) {
      String result;
      try {
        PAY_HERE.admit(permit);
        result = super.payHere(account, cents);
      } catch (Throwable failure) {
        call = PAY_HERE.failed(call, permit, start, failure, this, account, cents);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      PAY_HERE.succeeded(call, permit);
      return result;
    }
  }
}
