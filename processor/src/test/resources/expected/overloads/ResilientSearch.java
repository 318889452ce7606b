package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Search} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientSearch extends Search {
  private static final Guard FIND =
      Guards.method(lookup(), Search.class, "find", methodType(String.class, String.class))
          .parameters("text")
          .retry()
          .build();

  private static final Guard FIND_2 =
      Guards.method(lookup(), Search.class, "find", methodType(String.class, int.class))
          .parameters("number")
          .retry()
          .circuitBreaker()
          .build();

  private static final Guard FIND_2_2 =
      Guards.method(lookup(), Search.class, "find_2", methodType(String.class, Object.class))
          .parameters("other")
          .retry()
          .build();

  private static final Guard FIND_3 =
      Guards.method(lookup(), Search.class, "find", methodType(String.class))
          .retry()
          .build();

  public ResilientSearch() {
    super();
  }

  /** Retry( {@link Search#find} ). */
  @Override
  public String find(String text) {
    long start = FIND.start();
    Permit permit = FIND.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND.admit(permit);
        result = super.find(text);
      } catch (Throwable failure) {
        call = FIND.failed(call, permit, start, failure, this, text);
        permit = call.permit();
        continue;
      }
      FIND.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( CircuitBreaker( {@link Search#find} )). */
  @Override
  public String find(int number) {
    long start = FIND_2.start();
    Permit permit = FIND_2.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND_2.admit(permit);
        result = super.find(number);
      } catch (Throwable failure) {
        call = FIND_2.failed(call, permit, start, failure, this, number);
        permit = call.permit();
        continue;
      }
      FIND_2.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Search#find_2} ). */
  @Override
  public String find_2(Object other) {
    long start = FIND_2_2.start();
    Permit permit = FIND_2_2.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND_2_2.admit(permit);
        result = super.find_2(other);
      } catch (Throwable failure) {
        call = FIND_2_2.failed(call, permit, start, failure, this, other);
        permit = call.permit();
        continue;
      }
      FIND_2_2.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Search#find} ). */
  @Override
  public String find() {
    long start = FIND_3.start();
    Permit permit = FIND_3.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        FIND_3.admit(permit);
        result = super.find();
      } catch (Throwable failure) {
        call = FIND_3.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      FIND_3.succeeded(call, permit);
      return result;
    }
  }
}
