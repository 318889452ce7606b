package dev.mulligan.runtime.event;

import dev.mulligan.annotations.FailureType;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter is safe in its store.
 *
 * @param letterId the letter
 * @param callId the call
 * @param type the type of failure
 * @param key the value of the {@code @Key} parameter, or null
 */
public record LetterWritten(String letterId, String callId, FailureType type, @Nullable String key)
    implements MulliganEvent {}
