package dev.mulligan.runtime.event;

/** Something that happened to a guarded call, or to what decides about calls. */
public sealed interface MulliganEvent
    permits AttemptFailed,
        BreakerMoved,
        ConfigurationChanged,
        Exhausted,
        FellBack,
        LetterRejected,
        LetterWritten,
        Operated,
        Recovered,
        Refused,
        ReplayEnded,
        Replayed,
        Retrying,
        Switched,
        WouldHave {}
