package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/** {@link Catalog} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientCatalog extends Catalog {
  private static final Guard TITLE =
      Guards.method(lookup(), Catalog.class, "title", methodType(String.class, String.class))
          .parameters("id")
          .retry("maxAttempts = 4")
          .fallback("value = lastKnown")
          .build();

  private static final Guard PRICE =
      Guards.method(lookup(), Catalog.class, "price", methodType(int.class, String.class))
          .parameters("id")
          .fallback("value = noPrice")
          .build();

  private static final Guard REMOVE =
      Guards.method(lookup(), Catalog.class, "remove", methodType(void.class, String.class))
          .parameters("id")
          .fallback("value = stays")
          .build();

  private static final Guard IMAGES =
      Guards.method(
              lookup(),
              Catalog.class,
              "images",
              methodType(byte[][].class, String.class, int[].class))
          .parameters("id", "sizes")
          .fallback("value = nothing")
          .build();

  private static final Guard TAGS =
      Guards.method(lookup(), Catalog.class, "tags", methodType(Map.class))
          .retry("onResult = com.acme.Catalog$NoTags")
          .fallback("value = none")
          .build();

  public ResilientCatalog() {
    super();
  }

  /** Fallback( Retry( {@link Catalog#title} )). */
  @Override
  public String title(String id) throws IOException {
    long start = TITLE.start();
    Permit permit = TITLE.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        TITLE.admit(permit);
        result = super.title(id);
      } catch (Throwable failure) {
        call = TITLE.failed(call, permit, start, failure, this, id);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      TITLE.succeeded(call, permit);
      return result;
    }
  }

  /** Fallback( {@link Catalog#price} ). */
  @Override
  public int price(String id) {
    long start = PRICE.start();
    Permit permit = PRICE.enter();
    Call call = null;
    while (true) {
      int result;
      try {
        PRICE.admit(permit);
        result = super.price(id);
      } catch (Throwable failure) {
        call = PRICE.failed(call, permit, start, failure, this, id);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      PRICE.succeeded(call, permit);
      return result;
    }
  }

  /** Fallback( {@link Catalog#remove} ). */
  @Override
  public void remove(String id) {
    long start = REMOVE.start();
    Permit permit = REMOVE.enter();
    Call call = null;
    while (true) {
      try {
        REMOVE.admit(permit);
        super.remove(id);
      } catch (Throwable failure) {
        call = REMOVE.failed(call, permit, start, failure, this, id);
        if (call.isAnswered()) {
          return;
        }
        permit = call.permit();
        continue;
      }
      REMOVE.succeeded(call, permit);
      return;
    }
  }

  /** Fallback( {@link Catalog#images} ). */
  @Override
  public byte[][] images(String id, int... sizes) {
    long start = IMAGES.start();
    Permit permit = IMAGES.enter();
    Call call = null;
    while (true) {
      byte[][] result;
      try {
        IMAGES.admit(permit);
        result = super.images(id, sizes);
      } catch (Throwable failure) {
        call = IMAGES.failed(call, permit, start, failure, this, id, sizes);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      IMAGES.succeeded(call, permit);
      return result;
    }
  }

  /** Fallback( Retry( {@link Catalog#tags} )). */
  @Override
  public Map<String, List<String>> tags() {
    long start = TAGS.start();
    Permit permit = TAGS.enter();
    Call call = null;
    while (true) {
      Map<String, List<String>> result;
      try {
        TAGS.admit(permit);
        result = super.tags();
      } catch (Throwable failure) {
        call = TAGS.failed(call, permit, start, failure, this);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      if (!TAGS.accepts(result)) {
        call = TAGS.unwanted(call, permit, start, this);
        if (call.goesOn()) {
          permit = call.permit();
          continue;
        }
        return result;
      }
      TAGS.succeeded(call, permit);
      return result;
    }
  }
}
