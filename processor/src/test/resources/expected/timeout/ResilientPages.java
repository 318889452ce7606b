package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;

/** {@link Pages} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientPages extends Pages {
  private static final Guard FETCH =
      Guards.method(lookup(), Pages.class, "fetch", methodType(String.class, String.class))
          .parameters("url")
          .retry()
          .timeout("value = 2s")
          .build();

  private static final Guard SIZE =
      Guards.method(lookup(), Pages.class, "size", methodType(long.class, String.class, int.class))
          .parameters("host", "depth")
          .key(0, "")
          .timeout("value = ${pages.limit:500ms}", "interrupt = false")
          .build();

  private static final Guard STORE =
      Guards.method(
              lookup(),
              Pages.class,
              "store",
              methodType(void.class, String.class, byte[].class))
          .parameters("url", "text")
          .redact(1)
          .timeout("value = 1s")
          .build();

  private static final Guard FLUSH =
      Guards.method(lookup(), Pages.class, "flush", methodType(void.class))
          .timeout("value = 1s")
          .build();

  private static final Guard CONTAINS =
      Guards.method(lookup(), Pages.class, "contains", methodType(boolean.class, String[].class))
          .parameters("urls")
          .timeout("value = 1s")
          .build();

  private static final Guard COUNTS =
      Guards.method(lookup(), Pages.class, "counts", methodType(int[][].class, int[].class))
          .parameters("pages")
          .timeout("value = 1s")
          .build();

  public ResilientPages() {
    super();
  }

  /** Retry( Timeout( {@link Pages#fetch} )). */
  @Override
  public String fetch(String url) throws IOException, TimeoutException {
    return FETCH.call(() -> super.fetch(url), this, url);
  }

  /** Timeout( {@link Pages#size} ). */
  @Override
  protected long size(String host, int depth) {
    return SIZE.call(() -> super.size(host, depth), this, host, depth);
  }

  /** Timeout( {@link Pages#store} ). */
  @Override
  void store(String url, byte[] text) throws IOException {
    STORE.call(
        () -> {
          super.store(url, text);
          return null;
        },
        this,
        url,
        text);
  }

  /** Timeout( {@link Pages#flush} ). */
  @Override
  public void flush() {
    FLUSH.call(
        () -> {
          super.flush();
          return null;
        },
        this);
  }

  /** Timeout( {@link Pages#contains} ). */
  @Override
  public boolean contains(String... urls) {
    return CONTAINS.call(() -> super.contains(urls), this, (Object) urls);
  }

  /** Timeout( {@link Pages#counts} ). */
  @Override
  public int[][] counts(int[] pages) {
    return COUNTS.call(() -> super.counts(pages), this, pages);
  }
}
