package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** {@link Cache} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientCache<K extends Comparable<? super K> & Serializable, V> extends Cache<K, V> {
  private static final Guard LOAD =
      Guards.method(
              lookup(),
              Cache.class,
              "load",
              methodType(Object.class, Comparable.class, Function.class))
          .parameters("key", "source")
          .retry()
          .build();

  private static final Guard PAIR =
      Guards.method(
              lookup(),
              Cache.class,
              "pair",
              methodType(Map.Entry.class, Object.class, List.class, List.class))
          .parameters("one", "two", "rest")
          .retry()
          .build();

  private static final Guard CONSTANT =
      Guards.method(
              lookup(),
              Cache.class,
              "constant",
              methodType(Enum.class, Class.class, String.class))
          .parameters("type", "name")
          .retry()
          .build();

  private static final Guard ALL =
      Guards.method(lookup(), Cache.class, "all", methodType(Map.class))
          .retry()
          .build();

  public ResilientCache() {
    super();
  }

  /** Retry( {@link Cache#load} ). */
  @Override
  public V load(K key, Function<? super K, ? extends V> source) {
    long start = LOAD.start();
    Permit permit = LOAD.enter();
    Call call = null;
    while (true) {
      V result;
      try {
        LOAD.admit(permit);
        result = super.load(key, source);
      } catch (Throwable failure) {
        call = LOAD.failed(call, permit, start, failure, this, key, source);
        permit = call.permit();
        continue;
      }
      LOAD.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Cache#pair} ). */
  @Override
  public <A, B extends List<? super A>> Map.Entry<A, B[]> pair(A one, B two, List<?> rest) {
    long start = PAIR.start();
    Permit permit = PAIR.enter();
    Call call = null;
    while (true) {
      Map.Entry<A, B[]> result;
      try {
        PAIR.admit(permit);
        result = super.pair(one, two, rest);
      } catch (Throwable failure) {
        call = PAIR.failed(call, permit, start, failure, this, one, two, rest);
        permit = call.permit();
        continue;
      }
      PAIR.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Cache#constant} ). */
  @Override
  protected <T extends Enum<T>> T constant(Class<T> type, String name) {
    long start = CONSTANT.start();
    Permit permit = CONSTANT.enter();
    Call call = null;
    while (true) {
      T result;
      try {
        CONSTANT.admit(permit);
        result = super.constant(type, name);
      } catch (Throwable failure) {
        call = CONSTANT.failed(call, permit, start, failure, this, type, name);
        permit = call.permit();
        continue;
      }
      CONSTANT.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Cache#all} ). */
  @Override
  Map<K, List<V[]>> all() {
    long start = ALL.start();
    Permit permit = ALL.enter();
    Call call = null;
    while (true) {
      Map<K, List<V[]>> result;
      try {
        ALL.admit(permit);
        result = super.all();
      } catch (Throwable failure) {
        call = ALL.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      ALL.succeeded(call, permit);
      return result;
    }
  }
}
