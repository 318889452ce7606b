package dev.mulligan.runtime.event;

/** Something that happened to a guarded call. */
public sealed interface MulliganEvent
    permits AttemptFailed,
        BreakerMoved,
        Exhausted,
        LetterRejected,
        LetterWritten,
        Recovered,
        Refused,
        Replayed,
        Retrying {}
