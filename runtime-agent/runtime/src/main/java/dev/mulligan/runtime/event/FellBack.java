package dev.mulligan.runtime.event;

import dev.mulligan.annotations.FailureType;
import org.jspecify.annotations.Nullable;

/**
 * A call failed, and its fallback answers instead.
 *
 * @param policy the name of the policy
 * @param method the class and method
 * @param key the value of the {@code @Key} parameter, or null
 * @param type the type of the failure
 * @param failure the exception that the caller would have got
 */
public record FellBack(
    String policy, String method, @Nullable String key, FailureType type, Throwable failure)
    implements MulliganEvent {}
