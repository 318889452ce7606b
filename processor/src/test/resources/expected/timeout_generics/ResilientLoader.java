package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import java.util.List;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** {@link Loader} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public abstract class ResilientLoader<K, V extends Comparable<? super V>> extends Loader<K, V> {
  private static final Guard LOAD =
      Guards.method(lookup(), Loader.class, "load", methodType(Comparable.class, Object.class))
          .parameters("key")
          .timeout("value = 1s")
          .build();

  private static final Guard LOAD_ALL =
      Guards.method(
              lookup(),
              Loader.class,
              "loadAll",
              methodType(List.class, List.class, Function.class, Class.class))
          .parameters("keys", "mapping", "failure")
          .timeout("value = 1s")
          .build();

  private static final Guard TO_ARRAY =
      Guards.method(lookup(), Loader.class, "toArray", methodType(Object[].class, Object[].class))
          .parameters("values")
          .timeout("value = 1s")
          .build();

  public ResilientLoader() {
    super();
  }

  /** Timeout( {@link Loader#load} ). */
  @Override
  public V load(K key) {
    return LOAD.call(() -> super.load(key), this, key);
  }

  /** Timeout( {@link Loader#loadAll} ). */
  @Override
  public <R, X extends Exception> List<R> loadAll(
      List<? extends K> keys, Function<? super V, ? extends R> mapping, Class<X> failure)
      throws X {
    return LOAD_ALL.call(() -> super.loadAll(keys, mapping, failure), this, keys, mapping, failure);
  }

  /** Timeout( {@link Loader#toArray} ). */
  @Override
  @SuppressWarnings("unchecked")
  public <T> T[] toArray(T... values) {
    return TO_ARRAY.call(() -> super.toArray(values), this, (Object) values);
  }
}
