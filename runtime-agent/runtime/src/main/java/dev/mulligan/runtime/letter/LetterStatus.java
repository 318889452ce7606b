package dev.mulligan.runtime.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter since it was written. Immutable.
 *
 * @param state whether it waits, or what ended its waiting
 * @param count how often the same call with the same key and arguments has failed for good; 1 for a
 *     letter of one call
 * @param replays how many replays have failed
 * @param token the fencing token: grows with each claim, and tells an owner whose lease has run out
 *     from the present one; 0 for a letter that was never claimed
 * @param owner who replays it, or null if nobody does
 * @param leasedUntil when the owner's claim ends unless it is renewed, or null if nobody replays it
 */
public record LetterStatus(
    LetterState state,
    int count,
    int replays,
    long token,
    @Nullable String owner,
    @Nullable Instant leasedUntil) {

  /** The status of a letter that was just written. */
  public static final LetterStatus FRESH =
      new LetterStatus(LetterState.STORED, 1, 0, 0, null, null);

  /**
   * Tells whether somebody holds the letter.
   *
   * @param now the time to judge by
   * @return true until the lease of the owner is over
   */
  public boolean isLeased(Instant now) {
    return leasedUntil != null && now.isBefore(leasedUntil);
  }

  /**
   * Tells whether the letter can be claimed or discarded.
   *
   * @param now the time to judge by
   * @return true if it waits, and nobody's lease lasts
   */
  public boolean isFree(Instant now) {
    return state == LetterState.STORED && !isLeased(now);
  }

  /**
   * Tells whether a claim is valid still.
   *
   * @param claim its fencing token
   * @return true until it is settled, or somebody else has claimed the letter
   */
  public boolean isHeldWith(long claim) {
    return owner != null && token == claim;
  }

  /**
   * Counts further failures of the same call.
   *
   * @param more how many
   * @return a copy with a greater count
   */
  public LetterStatus counted(int more) {
    return new LetterStatus(state, count + more, replays, token, owner, leasedUntil);
  }

  /**
   * Gives the letter to an owner, under the next fencing token.
   *
   * @param newOwner who
   * @param until when its lease ends
   * @return a copy that is leased
   */
  public LetterStatus claimed(String newOwner, Instant until) {
    return new LetterStatus(state, count, replays, token + 1, newOwner, until);
  }

  /**
   * Prolongs the lease.
   *
   * @param until when it ends now
   * @return a copy with the same owner and token
   */
  public LetterStatus renewed(Instant until) {
    return new LetterStatus(state, count, replays, token, owner, until);
  }

  /**
   * Ends the lease.
   *
   * @param how what came of the replay
   * @return a copy without an owner
   */
  public LetterStatus settled(Settlement how) {
    LetterState next = how == Settlement.REPLAYED ? LetterState.REPLAYED : state;
    int failed = replays + (how == Settlement.FAILED ? 1 : 0);
    return new LetterStatus(next, count, failed, token, null, null);
  }

  /**
   * Ends the waiting without a replay.
   *
   * @return a copy that is discarded
   */
  public LetterStatus discarded() {
    return new LetterStatus(LetterState.DISCARDED, count, replays, token, null, null);
  }
}
