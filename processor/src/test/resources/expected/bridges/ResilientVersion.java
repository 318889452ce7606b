package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Version} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientVersion extends Version {
  private static final Guard COMPARE_TO =
      Guards.method(lookup(), Version.class, "compareTo", methodType(int.class, Version.class))
          .parameters("other")
          .retry()
          .build();

  private static final Guard CLONE =
      Guards.method(lookup(), Version.class, "clone", methodType(Version.class))
          .retry()
          .build();

  private static final Guard TO_STRING =
      Guards.method(lookup(), Version.class, "toString", methodType(String.class))
          .retry()
          .build();

  public ResilientVersion() {
    super();
  }

  /** Retry( {@link Version#compareTo} ). */
  @Override
  public int compareTo(Version other) {
    long start = COMPARE_TO.start();
    Permit permit = COMPARE_TO.enter();
    Call call = null;
    while (true) {
      int result;
      try {
        COMPARE_TO.admit(permit);
        result = super.compareTo(other);
      } catch (Throwable failure) {
        call = COMPARE_TO.failed(call, permit, start, failure, this, other);
        permit = call.permit();
        continue;
      }
      COMPARE_TO.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Version#clone} ). */
  @Override
  public Version clone() {
    long start = CLONE.start();
    Permit permit = CLONE.enter();
    Call call = null;
    while (true) {
      Version result;
      try {
        CLONE.admit(permit);
        result = super.clone();
      } catch (Throwable failure) {
        call = CLONE.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      CLONE.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Version#toString} ). */
  @Override
  public String toString() {
    long start = TO_STRING.start();
    Permit permit = TO_STRING.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        TO_STRING.admit(permit);
        result = super.toString();
      } catch (Throwable failure) {
        call = TO_STRING.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      TO_STRING.succeeded(call, permit);
      return result;
    }
  }
}
