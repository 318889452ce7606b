package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Weather} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientWeather extends Weather {
  private static final Guard TODAY =
      Guards.method(lookup(), Weather.class, "today", methodType(String.class))
          .retry("maxAttempts = 4")
          .circuitBreaker()
          .build();

  private static final Guard TOMORROW =
      Guards.method(lookup(), Weather.class, "tomorrow", methodType(String.class))
          .retry("maxAttempts = 9")
          .circuitBreaker()
          .build();

  public ResilientWeather() {
    super();
  }

  /** Retry( CircuitBreaker( {@link Weather#today} )). */
  @Override
  public String today() {
    long start = TODAY.start();
    Permit permit = TODAY.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        TODAY.admit(permit);
        result = super.today();
      } catch (Throwable failure) {
        call = TODAY.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      TODAY.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( CircuitBreaker( {@link Weather#tomorrow} )). */
  @Override
  public String tomorrow() {
    long start = TOMORROW.start();
    Permit permit = TOMORROW.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        TOMORROW.admit(permit);
        result = super.tomorrow();
      } catch (Throwable failure) {
        call = TOMORROW.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      TOMORROW.succeeded(call, permit);
      return result;
    }
  }
}
