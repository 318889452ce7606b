package dev.mulligan.conformance;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Methods whose result begins with a subscription. */
class ReactiveSubject {
  @Retry
  public Mono<String> mono(Script script) {
    return Mono.fromCallable(script::run);
  }

  @Retry
  public Mono<String> monoOfContext(Script script) {
    return Mono.deferContextual(
        context -> Mono.fromCallable(() -> script.run() + " for " + context.get("user")));
  }

  @CircuitBreaker(name = "mono", consecutiveFailures = 1)
  public Mono<String> never() {
    return Mono.never();
  }

  @Timeout("1s")
  public Mono<String> lateMono() {
    return Mono.never();
  }

  @Retry(maxAttempts = 2)
  @Fallback("emptyMono")
  public Mono<String> answered(Script script) {
    return mono(script);
  }

  private Mono<String> emptyMono(Script script) {
    return Mono.empty();
  }

  @Retry
  public Flux<String> flux(Script script) {
    return Flux.defer(
        () -> {
          try {
            return Flux.just(script.run(), "end");
          } catch (Exception e) {
            return Flux.error(e);
          }
        });
  }

  @Retry
  public Flux<String> brokenOff(Script script) {
    return Flux.concat(
        Flux.just("first"),
        Flux.defer(
            () -> {
              try {
                return Flux.just(script.run());
              } catch (Exception e) {
                return Flux.error(e);
              }
            }));
  }

  @Timeout("1s")
  public Flux<String> lateFlux() {
    return Flux.concat(Flux.just("first"), Flux.never());
  }

  @Retry
  public Uni<String> uni(Script script) {
    return Uni.createFrom()
        .item(
            () -> {
              try {
                return script.run();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
  }
}
