package dev.mulligan.runtime.event;

/**
 * A replay of many letters has ended. Not published for those that were only tried on.
 *
 * @param replayed how many letters are done
 * @param failed how many calls failed again
 * @param notReplayable how many letters had nothing to call
 * @param taken how many letters somebody else had
 * @param stopped why it ended before all letters had their turn, or empty
 */
public record ReplayEnded(
    long replayed, long failed, long notReplayable, long taken, String stopped)
    implements MulliganEvent {}
