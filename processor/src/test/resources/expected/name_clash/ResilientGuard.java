package com.acme;

import dev.mulligan.runtime.guard.Guards;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import javax.annotation.processing.Generated;

/** {@link Guard} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientGuard<Permit> extends Guard<Permit> {
  private static final dev.mulligan.runtime.guard.Guard CALL =
      Guards.method(
              MethodHandles.lookup(),
              Guard.class,
              "call",
              MethodType.methodType(
                  Guard.Call.class,
                  Guard.Call.class,
                  int.class,
                  Object.class,
                  String.class,
                  Exception.class))
          .parameters("call", "start", "permit", "result", "failure")
          .retry()
          .build();

  private static final dev.mulligan.runtime.guard.Guard LOOKUP =
      Guards.method(MethodHandles.lookup(), Guard.class, "lookup", MethodType.methodType(String.class, String.class))
          .parameters("LOOKUP")
          .key(0, "")
          .circuitBreaker()
          .build();

  private static final dev.mulligan.runtime.guard.Guard METHOD_TYPE =
      Guards.method(MethodHandles.lookup(), Guard.class, "methodType", MethodType.methodType(Object.class, Guard.class))
          .parameters("call_")
          .retry()
          .build();

  public ResilientGuard() {
    super();
  }

  /** Retry( {@link Guard#call} ). */
  @Override
  public Guard.Call call(
      Guard.Call call, int start, Permit permit, String result, Exception failure) {
    long start_ = CALL.start();
    dev.mulligan.runtime.permit.Permit permit_ = CALL.enter();
    dev.mulligan.runtime.guard.Call call_ = null;
    while (true) {
      Guard.Call result_;
      try {
        CALL.admit(permit_);
        result_ = super.call(call, start, permit, result, failure);
      } catch (Throwable failure_) {
        call_ = CALL.failed(call_, permit_, start_, failure_, this, call, start, permit, result,
            failure);
        permit_ = call_.permit();
        continue;
      }
      CALL.succeeded(call_, permit_);
      return result_;
    }
  }

  /** CircuitBreaker( {@link Guard#lookup} ). */
  @Override
  public String lookup(String LOOKUP_) {
    long start = LOOKUP.start();
    dev.mulligan.runtime.permit.Permit permit = LOOKUP.enter(LOOKUP_);
    dev.mulligan.runtime.guard.Call call = null;
    while (true) {
      String result;
      try {
        LOOKUP.admit(permit);
        result = super.lookup(LOOKUP_);
      } catch (Throwable failure) {
        call = LOOKUP.failed(call, permit, start, failure, this, LOOKUP_);
        permit = call.permit();
        continue;
      }
      LOOKUP.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Guard#methodType} ). */
  @Override
  public Object methodType(Guard<?> call_) {
    long start = METHOD_TYPE.start();
    dev.mulligan.runtime.permit.Permit permit = METHOD_TYPE.enter();
    dev.mulligan.runtime.guard.Call call = null;
    while (true) {
      Object result;
      try {
        METHOD_TYPE.admit(permit);
        result = super.methodType(call_);
      } catch (Throwable failure) {
        call = METHOD_TYPE.failed(call, permit, start, failure, this, call_);
        permit = call.permit();
        continue;
      }
      METHOD_TYPE.succeeded(call, permit);
      return result;
    }
  }
}
