package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.letter.LetterStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter is, and what became of it.
 *
 * @param id the letter
 * @param position where it is
 * @param again where its last further failure is, or null
 * @param status what became of it
 */
record Found(String id, Position position, @Nullable Position again, LetterStatus status) {
  static Found of(LetterIndex index, int row) {
    return new Found(index.id(row), index.position(row), index.again(row), index.status(row));
  }
}
