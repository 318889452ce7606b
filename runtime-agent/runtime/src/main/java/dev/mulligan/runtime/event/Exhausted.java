package dev.mulligan.runtime.event;

import dev.mulligan.annotations.FailureType;
import org.jspecify.annotations.Nullable;

/**
 * A call failed for good.
 *
 * @param policy the name of the policy
 * @param method the class and method
 * @param key the value of the {@code @Key} parameter, or null
 * @param attempts how many attempts were made
 * @param type the type of the last failure
 * @param failure the exception that the caller gets
 */
public record Exhausted(
    String policy,
    String method,
    @Nullable String key,
    int attempts,
    FailureType type,
    Throwable failure)
    implements MulliganEvent {}
