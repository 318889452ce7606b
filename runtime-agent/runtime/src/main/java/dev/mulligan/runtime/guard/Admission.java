package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.breaker.Breaker;
import dev.mulligan.runtime.breaker.BreakerGroup;
import dev.mulligan.runtime.bulkhead.Bulkhead;
import dev.mulligan.runtime.permit.Interrupted;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.permit.Skip;
import dev.mulligan.runtime.ratelimit.RateLimiter;
import dev.mulligan.runtime.ratelimit.RateLimiterGroup;
import dev.mulligan.runtime.time.Time;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt must pass before its body: {@code CircuitBreaker( RateLimit( Bulkhead( body )))}.
 * The bulkhead of a method with a timeout is not asked here but within the limit.
 *
 * @param breakers the breakers, or null
 * @param limiters the rate limiters, or null
 * @param places the bulkhead, or null
 * @param placeLater whether an attempt has still to wait for a place when it was let in here
 * @param key how the key is read, or null
 */
record Admission(
    @Nullable BreakerGroup breakers,
    @Nullable RateLimiterGroup limiters,
    @Nullable Places places,
    boolean placeLater,
    @Nullable KeyReader key) {

  /** Lets every attempt through. */
  static final Admission FREE = new Admission(null, null, null, false, null);

  boolean admitsAll() {
    return breakers == null && limiters == null && places == null;
  }

  @Nullable Permit enter(@Nullable Object keyArgument, Patience patience, FailurePath failures) {
    if (admitsAll()) {
      return null;
    }
    Permit permit = null;
    try {
      if (limiters == null && places == null) {
        permit = breakers == null ? null : breaker(breakers, keyArgument).reserve();
        return begun(permit);
      }
      permit = breakers == null ? null : breaker(breakers, keyArgument).reserve();
      return permit instanceof Refusal ? permit : enterRest(permit, keyArgument, patience);
    } catch (Throwable broken) {
      // Such as a key that has no text. The call is made as if nobody had been asked.
      return failures.unguarded(permit, broken);
    }
  }

  private @Nullable Permit enterRest(
      @Nullable Permit permit, @Nullable Object keyArgument, Patience patience) {
    if (limiters != null) {
      RateLimiter limiter = limiter(limiters, keyArgument);
      Skip noTurn = limiter.tryAcquire() ? null : waitFor(limiter, patience);
      if (noTurn != null) {
        return refuse(permit, noTurn);
      }
    }
    if (places == null) {
      return begun(permit);
    }
    Bulkhead bulkhead = places.bulkhead();
    Skip noPlace = takePlace(bulkhead, patience.left(), patience);
    if (noPlace != null) {
      return refuse(permit, noPlace);
    }
    return inside(places, permit);
  }

  /** Whoever takes the place later starts the clock then: no wait makes a slow call. */
  private @Nullable Permit begun(@Nullable Permit permit) {
    if (!placeLater) {
      Breaker.started(permit);
    }
    return permit;
  }

  /** A place that cannot be told of is given back. */
  private static Permit inside(Places places, @Nullable Permit permit) {
    try {
      Breaker.started(permit);
      return places.with(permit);
    } catch (Throwable broken) {
      places.bulkhead().leave();
      throw broken;
    }
  }

  static Skip refuse(@Nullable Permit permit, Skip refusal) {
    if (permit != null) {
      permit.neutral();
    }
    return refusal;
  }

  /** Waits for a turn; null when it has come. */
  private static @Nullable Skip waitFor(RateLimiter limiter, Patience patience) {
    long wait = limiter.reserve(patience.left());
    try {
      boolean passes = wait >= 0 && Time.sleepUnless(wait, patience::isOver);
      return passes ? null : new Refusal(limiter.refusal());
    } catch (InterruptedException interrupt) {
      return interrupted(limiter.name(), interrupt);
    }
  }

  /**
   * Takes a place, and waits for it as long as the policy allows, but no longer than a limit.
   *
   * @return null if the caller has a place
   */
  static @Nullable Skip takePlace(Bulkhead bulkhead, long most, Patience patience) {
    if (bulkhead.tryEnter()) {
      return null;
    }
    try {
      boolean enters = bulkhead.enter(most, patience::isOver);
      return enters ? null : new Refusal(bulkhead.refusal());
    } catch (InterruptedException interrupt) {
      return interrupted(bulkhead.name(), interrupt);
    }
  }

  private static Interrupted interrupted(String policy, InterruptedException interrupt) {
    Thread.currentThread().interrupt();
    return new Interrupted(policy, interrupt);
  }

  /**
   * The same for a caller that does not wait on its thread.
   *
   * @param within the bulkhead of a method with a timeout, or null
   */
  CompletableFuture<@Nullable Permit> enterLater(
      @Nullable Object keyArgument,
      @Nullable Places within,
      Patience patience,
      FailurePath failures) {
    if (within != null) {
      return new Admission(breakers, limiters, within, false, key)
          .enterLater(keyArgument, null, patience, failures);
    }
    if (admitsAll()) {
      return CompletableFuture.completedFuture(null);
    }
    Permit permit = null;
    try {
      permit = breakers == null ? null : breaker(breakers, keyArgument).reserve();
      if (permit instanceof Refusal) {
        return CompletableFuture.completedFuture(permit);
      }
      return enterLimiterLater(permit, keyArgument, patience);
    } catch (Throwable broken) {
      return CompletableFuture.completedFuture(failures.unguarded(permit, broken));
    }
  }

  private CompletableFuture<@Nullable Permit> enterLimiterLater(
      @Nullable Permit permit, @Nullable Object keyArgument, Patience patience) {
    if (limiters == null) {
      return enterPlaceLater(permit, patience);
    }
    RateLimiter limiter = limiter(limiters, keyArgument);
    long wait = limiter.tryAcquire() ? 0 : limiter.reserve(patience.left());
    if (wait < 0) {
      return CompletableFuture.completedFuture(refuse(permit, new Refusal(limiter.refusal())));
    }
    if (wait == 0) {
      return enterPlaceLater(permit, patience);
    }
    CompletableFuture<@Nullable Permit> admitted = new CompletableFuture<>();
    Time.pause(
        wait,
        () ->
            enterPlaceUnless(admitted, permit, patience)
                .whenComplete(
                    (given, never) -> {
                      if (!admitted.complete(given) && given != null) {
                        given.neutral();
                      }
                    }));
    return admitted;
  }

  /** Takes no place for a caller who has left. */
  private CompletableFuture<@Nullable Permit> enterPlaceUnless(
      CompletableFuture<@Nullable Permit> left, @Nullable Permit permit, Patience patience) {
    return left.isDone()
        ? CompletableFuture.completedFuture(permit)
        : enterPlaceLater(permit, patience);
  }

  private CompletableFuture<@Nullable Permit> enterPlaceLater(
      @Nullable Permit permit, Patience patience) {
    if (places == null) {
      Breaker.started(permit);
      return CompletableFuture.completedFuture(permit);
    }
    CompletableFuture<Boolean> place = places.bulkhead().enterLater(patience.left());
    CompletableFuture<@Nullable Permit> admitted = new CompletableFuture<>();
    place.whenComplete(
        (entered, cancelled) -> {
          boolean in = cancelled == null && entered;
          Permit given =
              in
                  ? within(places, permit)
                  : refuse(permit, new Refusal(places.bulkhead().refusal()));
          if (!admitted.complete(given)) {
            given.neutral();
          }
        });
    admitted.whenComplete((given, cancelled) -> place.cancel(false));
    return admitted;
  }

  /** Like {@link #inside}, where nobody catches: whoever waits must be told something. */
  private static Permit within(Places places, @Nullable Permit permit) {
    try {
      return inside(places, permit);
    } catch (Throwable broken) {
      return new Unguarded(permit);
    }
  }

  /** Tells whether a breaker would surely refuse a call after a wait. */
  boolean refusesAfter(long nanos, @Nullable Object keyArgument) {
    return breakers != null && breaker(breakers, keyArgument).refusesAfter(nanos);
  }

  Breaker breaker(BreakerGroup group, @Nullable Object keyArgument) {
    return key == null ? group.single() : group.of(key.read(keyArgument), key::text);
  }

  RateLimiter limiter(RateLimiterGroup group, @Nullable Object keyArgument) {
    return key == null ? group.single() : group.of(key.read(keyArgument), key::text);
  }
}
