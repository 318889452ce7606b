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
class ResilientRates extends Rates {
  private static final Guard READ =
      Guards.method(lookup(), Rates.class, "read", methodType(String.class, String.class))
          .parameters("pair")
          .fallback("value = read")
          .build();

  private static final Guard CHECK =
      Guards.method(lookup(), Rates.class, "check", methodType(void.class, StringBuilder.class))
          .parameters("text")
          .key(0, "length")
          .circuitBreaker()
          .build();

  private static final Guard FIND =
      Guards.method(lookup(), Rates.class, "find", methodType(String.class))
          .retry("custom = com.acme.Rates$Slow")
          .build();

  ResilientRates() {
    super();
  }

  /** Fallback( {@link Rates#read} ). */
  @Override
  String read(String pair) {
    long start = READ.start();
    Permit permit = READ.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        READ.admit(permit);
        result = super.read(pair);
      } catch (Throwable failure) {
        call = READ.failed(call, permit, start, failure, this, pair);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      READ.succeeded(call, permit);
      return result;
    }
  }

  /** CircuitBreaker( {@link Rates#check} ). */
  @Override
  void check(StringBuilder text) {
    long start = CHECK.start();
    Permit permit = CHECK.enter(text);
    Call call = null;
    while (true) {
      try {
        CHECK.admit(permit);
        super.check(text);
      } catch (Throwable failure) {
        call = CHECK.failed(call, permit, start, failure, this, text);
        permit = call.permit();
        continue;
      }
      CHECK.succeeded(call, permit);
      return;
    }
  }

  /** Retry( {@link Rates#find} ). */
  @Override
  String find() {
    long start = FIND.start();
    Permit permit = FIND.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND.admit(permit);
        result = super.find();
      } catch (Throwable failure) {
        call = FIND.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      FIND.succeeded(call, permit);
      return result;
    }
  }
}
