package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import io.smallrye.mutiny.Uni;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Stream} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientStream implements Stream {
  private static final Guard ONE =
      Guards.method(lookup(), Stream.class, "one", methodType(Mono.class, String.class))
          .parameters("text")
          .retry()
          .build();

  private static final Guard MANY =
      Guards.method(lookup(), Stream.class, "many", methodType(Flux.class, String.class))
          .parameters("text")
          .retry()
          .build();

  private static final Guard UNI =
      Guards.method(lookup(), Stream.class, "uni", methodType(Uni.class, String.class))
          .parameters("text")
          .retry()
          .build();

  private final Stream delegate;

  ResilientStream(Stream delegate) {
    this.delegate = Guards.delegate(delegate);
  }

  /** Retry( {@link Stream#one} ). */
  @Override
  public Mono<String> one(String text) {
    return ONE.call(() -> delegate.one(text), this, text);
  }

  /** Retry( {@link Stream#many} ). */
  @Override
  public Flux<String> many(String text) {
    return MANY.call(() -> delegate.many(text), this, text);
  }

  /** Retry( {@link Stream#uni} ). */
  @Override
  public Uni<String> uni(String text) {
    return UNI.call(() -> delegate.uni(text), this, text);
  }
}
