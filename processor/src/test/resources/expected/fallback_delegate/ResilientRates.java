package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Rates} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientRates implements Rates {
  private static final Guard RATE =
      Guards.method(lookup(), Rates.class, "rate", methodType(double.class, String.class))
          .parameters("currency")
          .key(0, "")
          .circuitBreaker()
          .fallback("value = usual")
          .build();

  private static final Guard IS_KNOWN =
      Guards.method(lookup(), Rates.class, "isKnown", methodType(boolean.class, String.class))
          .parameters("currency")
          .fallback("value = isKnownByDefault")
          .build();

  private final Rates delegate;

  public ResilientRates(Rates delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Fallback( CircuitBreaker( {@link Rates#rate} )). */
  @Override
  public double rate(String currency) {
    long start = RATE.start();
    Permit permit = RATE.enter(currency);
    Call call = null;
    while (true) {
      double result;
      try {
        RATE.admit(permit);
        result = delegate.rate(currency);
      } catch (Throwable failure) {
        call = RATE.failed(call, permit, start, failure, this, currency);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      RATE.succeeded(call, permit);
      return result;
    }
  }

  /** Fallback( {@link Rates#isKnown} ). */
  @Override
  public boolean isKnown(String currency) {
    long start = IS_KNOWN.start();
    Permit permit = IS_KNOWN.enter();
    Call call = null;
    while (true) {
      boolean result;
      try {
        IS_KNOWN.admit(permit);
        result = delegate.isKnown(currency);
      } catch (Throwable failure) {
        call = IS_KNOWN.failed(call, permit, start, failure, this, currency);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      IS_KNOWN.succeeded(call, permit);
      return result;
    }
  }

  @Override
  public double usual(String currency) {
    return delegate.usual(currency);
  }

  @Override
  public boolean isKnownByDefault(String currency) {
    return delegate.isKnownByDefault(currency);
  }
}
