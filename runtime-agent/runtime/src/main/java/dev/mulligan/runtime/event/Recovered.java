package dev.mulligan.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * A call succeeded after failed attempts.
 *
 * @param policy the name of the policy
 * @param method the class and method
 * @param key the value of the {@code @Key} parameter, or null
 * @param attempts how many attempts it took
 */
public record Recovered(String policy, String method, @Nullable String key, int attempts)
    implements MulliganEvent {}
