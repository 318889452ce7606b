package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Meter} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientMeter extends Meter {
  private static final Guard IS_ON =
      Guards.method(lookup(), Meter.class, "isOn", methodType(boolean.class))
          .retry()
          .build();

  private static final Guard READ =
      Guards.method(
              lookup(),
              Meter.class,
              "read",
              methodType(
                  double.class,
                  byte.class,
                  short.class,
                  int.class,
                  long.class,
                  float.class,
                  double.class,
                  char.class,
                  boolean.class))
          .parameters("a", "b", "c", "d", "e", "f", "g", "h")
          .retry("onResult = com.acme.Meter$Negative")
          .build();

  private static final Guard RESET =
      Guards.method(lookup(), Meter.class, "reset", methodType(void.class))
          .retry()
          .build();

  public ResilientMeter() {
    super();
  }

  /** Retry( {@link Meter#isOn} ). */
  @Override
  public boolean isOn() {
    long start = IS_ON.start();
    Permit permit = IS_ON.enter();
    Call call = null;
    while (true) {
      boolean result;
      try {
        IS_ON.admit(permit);
        result = super.isOn();
      } catch (Throwable failure) {
        call = IS_ON.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      IS_ON.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Meter#read} ). */
  @Override
  public double read(byte a, short b, int c, long d, float e, double f, char g, boolean h) {
    long start = READ.start();
    Permit permit = READ.enter();
    Call call = null;
    while (true) {
      double result;
      try {
        READ.admit(permit);
        result = super.read(a, b, c, d, e, f, g, h);
      } catch (Throwable failure) {
        call = READ.failed(call, permit, start, failure, this, a, b, c, d, e, f, g, h);
        permit = call.permit();
        continue;
      }
      if (!READ.accepts(result)) {
        call = READ.unwanted(call, permit, start, this, a, b, c, d, e, f, g, h);
        if (call.goesOn()) {
          permit = call.permit();
          continue;
        }
        return result;
      }
      READ.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Meter#reset} ). */
  @Override
  public void reset() {
    long start = RESET.start();
    Permit permit = RESET.enter();
    Call call = null;
    while (true) {
      try {
        RESET.admit(permit);
        super.reset();
      } catch (Throwable failure) {
        call = RESET.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      RESET.succeeded(call, permit);
      return;
    }
  }
}
