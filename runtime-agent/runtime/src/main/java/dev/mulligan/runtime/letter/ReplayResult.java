package dev.mulligan.runtime.letter;

import org.jspecify.annotations.Nullable;

/**
 * What came of a replay.
 *
 * @param letterId the letter
 * @param outcome what happened
 * @param failure the exception of the call, or what keeps it from being called; null if it
 *     returned, or would be made
 */
public record ReplayResult(String letterId, Outcome outcome, @Nullable Throwable failure) {
  /** What can happen to a replay. */
  public enum Outcome {
    /** The call returned, and the letter is done. */
    REPLAYED,
    /** The call failed again, and the letter waits on. */
    FAILED,
    /**
     * There was nothing to call: no receiver, no such method, or an argument is missing. Or the
     * store refuses the letter, which so cannot be claimed, and waits in the spool.
     */
    NOT_REPLAYABLE,
    /** Somebody else replays the letter just now, or it does not wait any more. */
    TAKEN,
    /** It was only tried on: the call could be made. */
    FITS
  }
}
