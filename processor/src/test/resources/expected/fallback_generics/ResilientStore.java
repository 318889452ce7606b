package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;

/** {@link Store} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientStore<K extends Comparable<K>, V> extends Store<K, V> {
  private static final Guard GET =
      Guards.method(lookup(), Store.class, "get", methodType(Object.class, Comparable.class))
          .parameters("key")
          .fallback("value = absent")
          .build();

  private static final Guard GET_ALL =
      Guards.method(lookup(), Store.class, "getAll", methodType(List.class, Collection.class))
          .parameters("keys")
          .fallback("value = oneByOne")
          .build();

  private static final Guard PUT =
      Guards.method(
              lookup(),
              Store.class,
              "put",
              methodType(Object.class, Comparable.class, Object.class, Class.class))
          .parameters("key", "value", "conflict")
          .fallback("value = unchanged")
          .build();

  public ResilientStore() {
    super();
  }

  /** Fallback( {@link Store#get} ). */
  @Override
  public V get(K key) {
    long start = GET.start();
    Permit permit = GET.enter();
    Call call = null;
    while (true) {
      V result;
      try {
        GET.admit(permit);
        result = super.get(key);
      } catch (Throwable failure) {
        call = GET.failed(call, permit, start, failure, this, key);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      GET.succeeded(call, permit);
      return result;
    }
  }

  /** Fallback( {@link Store#getAll} ). */
  @Override
  public List<V> getAll(Collection<? extends K> keys) {
    long start = GET_ALL.start();
    Permit permit = GET_ALL.enter();
    Call call = null;
    while (true) {
      List<V> result;
      try {
        GET_ALL.admit(permit);
        result = super.getAll(keys);
      } catch (Throwable failure) {
        call = GET_ALL.failed(call, permit, start, failure, this, keys);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      GET_ALL.succeeded(call, permit);
      return result;
    }
  }

  /** Fallback( {@link Store#put} ). */
  @Override
  public <T extends V, X extends Exception> T put(K key, T value, Class<X> conflict) throws X {
    long start = PUT.start();
    Permit permit = PUT.enter();
    Call call = null;
    while (true) {
      T result;
      try {
        PUT.admit(permit);
        result = super.put(key, value, conflict);
      } catch (Throwable failure) {
        call = PUT.failed(call, permit, start, failure, this, key, value, conflict);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      PUT.succeeded(call, permit);
      return result;
    }
  }
}
