package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.io.Closeable;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** {@link Merger} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientMerger extends Merger {
  private static final Guard MERGE =
      Guards.method(
              lookup(),
              Merger.class,
              "merge",
              methodType(List.class, Collection.class, Map.class))
          .parameters("one", "two")
          .retry()
          .build();

  private static final Guard USE =
      Guards.method(
              lookup(),
              Merger.class,
              "use",
              methodType(Object.class, Closeable.class, Function.class))
          .parameters("resource", "use")
          .retry()
          .build();

  private static final Guard LARGEST =
      Guards.method(
              lookup(),
              Merger.class,
              "largest",
              methodType(Comparable.class, Comparable.class, List[].class))
          .parameters("first", "rest")
          .retry()
          .build();

  private static final Guard GREATEST =
      Guards.method(
              lookup(),
              Merger.class,
              "greatest",
              methodType(Object.class, Object.class, Object[].class))
          .parameters("one", "rest")
          .retry()
          .build();

  public ResilientMerger() {
    super();
  }

  /** Retry( {@link Merger#merge} ). */
  @Override
  public <T extends Object & Comparable<? super T> & Serializable> List<? super T> merge(
      Collection<? extends T> one, Map<? super String, ? extends List<?>> two) {
    long start = MERGE.start();
    Permit permit = MERGE.enter();
    Call call = null;
    while (true) {
      List<? super T> result;
      try {
        MERGE.admit(permit);
        result = super.merge(one, two);
      } catch (Throwable failure) {
        call = MERGE.failed(call, permit, start, failure, this, one, two);
        permit = call.permit();
        continue;
      }
      MERGE.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Merger#use} ). */
  @Override
  public <C extends Closeable & Runnable, R> R use(
      C resource, Function<? super C, ? extends R> use) {
    long start = USE.start();
    Permit permit = USE.enter();
    Call call = null;
    while (true) {
      R result;
      try {
        USE.admit(permit);
        result = super.use(resource, use);
      } catch (Throwable failure) {
        call = USE.failed(call, permit, start, failure, this, resource, use);
        permit = call.permit();
        continue;
      }
      USE.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Merger#largest} ). */
  @Override
  @SuppressWarnings("unchecked")
  public <T extends Comparable<T>> T largest(T first, List<? extends T>... rest) {
    long start = LARGEST.start();
    Permit permit = LARGEST.enter();
    Call call = null;
    while (true) {
      T result;
      try {
        LARGEST.admit(permit);
        result = super.largest(first, rest);
      } catch (Throwable failure) {
        call = LARGEST.failed(call, permit, start, failure, this, first, rest);
        permit = call.permit();
        continue;
      }
      LARGEST.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Merger#greatest} ). */
  @Override
  public <T extends Object & Comparable<? super T>> T greatest(T one, T[] rest) {
    long start = GREATEST.start();
    Permit permit = GREATEST.enter();
    Call call = null;
    while (true) {
      T result;
      try {
        GREATEST.admit(permit);
        result = super.greatest(one, rest);
      } catch (Throwable failure) {
        call = GREATEST.failed(call, permit, start, failure, this, one, rest);
        permit = call.permit();
        continue;
      }
      GREATEST.succeeded(call, permit);
      return result;
    }
  }
}
