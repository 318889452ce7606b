package dev.mulligan.runtime.replay;

import org.jspecify.annotations.Nullable;

/** Thrown when there is nothing that a letter could call. The message says why, for people. */
public final class NotReplayableException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param why what is missing or does not fit
   */
  public NotReplayableException(String why) {
    this(why, null);
  }

  /**
   * Creates the exception.
   *
   * @param why what is missing or does not fit
   * @param cause what it was found by, or null
   */
  public NotReplayableException(String why, @Nullable Throwable cause) {
    super(why, cause);
  }
}
