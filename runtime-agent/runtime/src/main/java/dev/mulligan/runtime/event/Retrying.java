package dev.mulligan.runtime.event;

import dev.mulligan.annotations.FailureType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call waits and will be attempted again.
 *
 * @param policy the name of the policy
 * @param method the class and method
 * @param key the value of the {@code @Key} parameter, or null
 * @param attempt which attempt comes, 2 or more
 * @param maxAttempts how many attempts there are at most
 * @param type the type of failure of the attempt before
 * @param delay how long the call waits
 */
public record Retrying(
    String policy,
    String method,
    @Nullable String key,
    int attempt,
    int maxAttempts,
    FailureType type,
    Duration delay)
    implements MulliganEvent {}
