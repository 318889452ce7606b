package dev.mulligan.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * A call was refused without an attempt.
 *
 * @param policy the name of the policy
 * @param method the class and method
 * @param key the value of the {@code @Key} parameter, or null
 * @param reason which policy refused it
 * @param refusal the exception that the caller gets
 */
public record Refused(
    String policy, String method, @Nullable String key, RefusalReason reason, Throwable refusal)
    implements MulliganEvent {}
