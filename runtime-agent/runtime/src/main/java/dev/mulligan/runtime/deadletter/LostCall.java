package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.letter.LetterReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed for good, as the guard hands it over.
 *
 * @param reason why it is kept
 * @param failure the last failure
 * @param firstFailure when the first attempt failed, or null if there was none
 * @param attempts the failed attempts, oldest first; empty if it was refused
 * @param receiver the object it was called on, or null
 * @param arguments its arguments
 * @param snapshot the arguments as they were when it began, or null if they were not copied
 * @param key the value of the {@code @Key} parameter, or null
 * @param thread the name of the calling thread
 * @param suspicion whether the failure may be blamed on the arguments
 */
public record LostCall(
    LetterReason reason,
    Failure failure,
    @Nullable Instant firstFailure,
    List<LostAttempt> attempts,
    @Nullable Object receiver,
    List<@Nullable Object> arguments,
    @Nullable Captured snapshot,
    @Nullable String key,
    String thread,
    Suspicion suspicion) {}
