package dev.mulligan.runtime.event;

import dev.mulligan.annotations.FailureType;
import org.jspecify.annotations.Nullable;

/**
 * An attempt failed; another may follow.
 *
 * @param policy the name of the policy
 * @param method the class and method
 * @param key the value of the {@code @Key} parameter, or null
 * @param attempt which attempt it was, 1 for the first
 * @param maxAttempts how many attempts there are at most
 * @param type the type of failure
 * @param failure the exception
 */
public record AttemptFailed(
    String policy,
    String method,
    @Nullable String key,
    int attempt,
    int maxAttempts,
    FailureType type,
    Throwable failure)
    implements MulliganEvent {}
