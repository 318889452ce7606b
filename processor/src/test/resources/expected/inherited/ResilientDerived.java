package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Derived} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientDerived extends Derived {
  private static final Guard OWN =
      Guards.method(lookup(), Derived.class, "own", methodType(void.class))
          .retry()
          .build();

  private static final Guard LOAD =
      Guards.method(lookup(), Base.class, "load", methodType(Object.class, Object.class))
          .parameters("key")
          .retry("maxAttempts = 2")
          .build();

  private static final Guard WARM =
      Guards.method(lookup(), Base.class, "warm", methodType(void.class, Object[].class))
          .parameters("keys")
          .retry()
          .build();

  public ResilientDerived() {
    super();
  }

  /** Retry( {@link Derived#own} ). */
  @Override
  public void own() {
    long start = OWN.start();
    Permit permit = OWN.enter();
    Call call = null;
    while (true) {
      try {
        OWN.admit(permit);
        super.own();
      } catch (Throwable failure) {
        call = OWN.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      OWN.succeeded(call, permit);
      return;
    }
  }

  /** Retry( {@link Base#load} ). */
  @Override
  public String load(String key) {
    long start = LOAD.start();
    Permit permit = LOAD.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        LOAD.admit(permit);
        result = super.load(key);
      } catch (Throwable failure) {
        call = LOAD.failed(call, permit, start, failure, this, key);
        permit = call.permit();
        continue;
      }
      LOAD.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Base#warm} ). */
  @Override
  protected void warm(String[] keys) {
    long start = WARM.start();
    Permit permit = WARM.enter();
    Call call = null;
    while (true) {
      try {
        WARM.admit(permit);
        super.warm(keys);
      } catch (Throwable failure) {
        call = WARM.failed(call, permit, start, failure, this, (Object) keys);
        permit = call.permit();
        continue;
      }
      WARM.succeeded(call, permit);
      return;
    }
  }
}
