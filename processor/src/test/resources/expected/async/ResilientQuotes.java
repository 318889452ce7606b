package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/** {@link Quotes} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientQuotes extends Quotes {
  private static final Guard QUOTE =
      Guards.method(
              lookup(),
              Quotes.class,
              "quote",
              methodType(CompletionStage.class, String.class))
          .parameters("symbol")
          .key(0, "")
          .retry()
          .build();

  private static final Guard ALL =
      Guards.method(lookup(), Quotes.class, "all", methodType(CompletableFuture.class, Class.class))
          .parameters("kind")
          .retry("maxAttempts = 2")
          .timeout("value = 1s")
          .fallback("value = yesterday")
          .build();

  private static final Guard SAVE =
      Guards.method(
              lookup(),
              Quotes.class,
              "save",
              methodType(CompletionStage.class, String[].class))
          .parameters("quotes")
          .retry()
          .fallback("value = nothing")
          .build();

  public ResilientQuotes() {
    super();
  }

  /** Retry( {@link Quotes#quote} ). */
  @Override
  public CompletionStage<String> quote(String symbol) {
    return QUOTE.call(() -> super.quote(symbol), this, symbol);
  }

  /** Fallback( Retry( Timeout( {@link Quotes#all} ))). */
  @Override
  public <T extends Number> CompletableFuture<List<? extends T>> all(Class<T> kind)
      throws IOException {
    return ALL.<CompletableFuture<List<? extends T>>>call(
        () -> super.<T>all(kind), this, kind);
  }

  /** Fallback( Retry( {@link Quotes#save} )). */
  @Override
  public CompletionStage<Void> save(String[] quotes) {
    return SAVE.call(() -> super.save(quotes), this, (Object) quotes);
  }
}
