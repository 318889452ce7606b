package dev.mulligan.runtime.spool;

import java.io.IOException;

/**
 * Thrown when a letter has to wait in the spool, because the store that is meant to keep it answers
 * and does not take it. The message says why, for people.
 */
public final class RefusedLetterException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param id the letter
   * @param reason what the store said
   */
  public RefusedLetterException(String id, String reason) {
    super("letter " + id + " waits in the spool, because its store refuses it: " + reason);
  }
}
