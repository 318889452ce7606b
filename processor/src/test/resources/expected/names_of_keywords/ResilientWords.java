package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Words} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientWords extends Words {
  private static final Guard RECORD =
      Guards.method(
              lookup(),
              Words.class,
              "record",
              methodType(
                  int.class,
                  int.class,
                  int.class,
                  int.class,
                  int.class,
                  int.class,
                  int.class))
          .parameters("var", "yield", "sealed", "permits", "with", "when")
          .retry()
          .build();

  private static final Guard PERMITS =
      Guards.method(
              lookup(),
              Words.class,
              "permits",
              methodType(int.class, String.class, String.class, String.class, String.class))
          .parameters("$", "_x", "super_", "this$0")
          .key(0, "")
          .retry()
          .build();

  private static final Guard MODULE =
      Guards.method(
              lookup(),
              Words.class,
              "module",
              methodType(String.class, String.class, String.class, String.class, String.class))
          .parameters("call", "result", "guard", "arguments")
          .timeout("value = 1s")
          .build();

  private static final Guard WAIT =
      Guards.method(
              lookup(),
              Words.class,
              "wait",
              methodType(void.class, String.class, Words.class))
          .parameters("permit", "start")
          .retry()
          .build();

  public ResilientWords() {
    super();
  }

  /** Retry( {@link Words#record} ). */
  @Override
  public int record(int var, int yield, int sealed, int permits, int with, int when) {
    long start = RECORD.start();
    Permit permit = RECORD.enter();
    Call call = null;
    while (true) {
      int result;
      try {
        RECORD.admit(permit);
        result = super.record(var, yield, sealed, permits, with, when);
      } catch (Throwable failure) {
        call = RECORD.failed(call, permit, start, failure, this, var, yield, sealed, permits, with,
            when);
        permit = call.permit();
        continue;
      }
      RECORD.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Words#permits} ). */
  @Override
  public int permits(String $, String _x, String super__, String this$0) {
    long start = PERMITS.start();
    Permit permit = PERMITS.enter($);
    Call call = null;
    while (true) {
      int result;
      try {
        PERMITS.admit(permit);
        result = super.permits($, _x, super__, this$0);
      } catch (Throwable failure) {
        call = PERMITS.failed(call, permit, start, failure, this, $, _x, super__, this$0);
        permit = call.permit();
        continue;
      }
      PERMITS.succeeded(call, permit);
      return result;
    }
  }

  /** Timeout( {@link Words#module} ). */
  @Override
  public String module(String call, String result, String guard, String arguments) {
    return MODULE.call(
        () -> super.module(call, result, guard, arguments), this, call, result, guard, arguments);
  }

  /** Retry( {@link Words#wait} ). */
  @Override
  public void wait(String permit, Words start) {
    long start_ = WAIT.start();
    Permit permit_ = WAIT.enter();
    Call call = null;
    while (true) {
      try {
        WAIT.admit(permit_);
        super.wait(permit, start);
      } catch (Throwable failure) {
        call = WAIT.failed(call, permit_, start_, failure, this, permit, start);
        permit_ = call.permit();
        continue;
      }
      WAIT.succeeded(call, permit_);
      return;
    }
  }
}
