package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/** {@link Page} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientPage<T> implements Page<T> {
  private static final Guard READ =
      Guards.method(lookup(), Page.class, "read", methodType(List.class))
          .retry()
          .build();

  private static final Guard READ_AGAIN =
      Guards.method(lookup(), Source.class, "readAgain", methodType(Object.class, Object.class))
          .parameters("before")
          .retry("maxAttempts = 2")
          .build();

  private final Page<T> delegate;

  public ResilientPage(Page<T> delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Page#read} ). */
  @Override
  public List<T> read() {
    long start = READ.start();
    Permit permit = READ.enter();
    Call call = null;
    while (true) {
      List<T> result;
      try {
        READ.admit(permit);
        result = delegate.read();
      } catch (Throwable failure) {
        call = READ.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      READ.succeeded(call, permit);
      return result;
    }
  }

  @Override
  public int size() {
    return delegate.size();
  }

  /** Retry( {@link Source#readAgain} ). */
  @Override
  public List<T> readAgain(List<T> before) {
    long start = READ_AGAIN.start();
    Permit permit = READ_AGAIN.enter();
    Call call = null;
    while (true) {
      List<T> result;
      try {
        READ_AGAIN.admit(permit);
        result = delegate.readAgain(before);
      } catch (Throwable failure) {
        call = READ_AGAIN.failed(call, permit, start, failure, this, before);
        permit = call.permit();
        continue;
      }
      READ_AGAIN.succeeded(call, permit);
      return result;
    }
  }

  @Override
  public void close() {
    delegate.close();
  }

  @Override
  public Iterator<T> iterator() {
    return delegate.iterator();
  }

  @Override
  public void forEach(Consumer<? super T> action) {
    delegate.forEach(action);
  }

  @Override
  public Spliterator<T> spliterator() {
    return delegate.spliterator();
  }
}
