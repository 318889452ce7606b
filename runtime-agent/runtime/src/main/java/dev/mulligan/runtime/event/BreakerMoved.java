package dev.mulligan.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker changed its state.
 *
 * @param breaker the name of the policy
 * @param key the value of the {@code @Key} parameter, or null
 * @param from the state that ended
 * @param to the state that began
 */
public record BreakerMoved(String breaker, @Nullable String key, BreakerState from, BreakerState to)
    implements MulliganEvent {}
