package dev.mulligan.runtime.admin.letters;

import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterFilter;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at letters one after another, and asks the store for few at a time if they are large: what
 * an operator wants to see must not end the application that shows it. Thread-safe.
 */
final class LetterWalk {
  private static final int FIRST = 4;
  private static final int GROWTH = 8;
  private static final int MOST_AT_ONCE = 500;

  /** About so many characters are asked for at once; one letter in any case. */
  private static final long MOST_TEXT = 4L << 20;

  private final DeadLetters letters;

  LetterWalk(DeadLetters letters) {
    this.letters = letters;
  }

  /**
   * Shows letters to a visitor.
   *
   * @param after the letter before the first one, or null
   * @param most how many letters
   * @param visitor told each; returns false for one that is too much
   * @return the last letter that the visitor took, or null if there is no other after it
   */
  @Nullable String visit(
      LetterFilter filter, @Nullable String after, int most, Predicate<Letter> visitor) {
    String last = after;
    int atOnce = FIRST;
    for (int left = most; left > 0; ) {
      int wanted = Math.min(atOnce, left);
      List<Letter> few = letters.list(filter, last, wanted);
      long text = 1;
      for (Letter letter : few) {
        if (!visitor.test(letter)) {
          return last;
        }
        last = letter.id();
        text += length(letter);
      }
      if (few.size() < wanted) {
        return null;
      }
      left -= wanted;
      long fitting = Math.max(1, MOST_TEXT * wanted / text);
      atOnce = (int) Math.min(Math.min(fitting, (long) wanted * GROWTH), MOST_AT_ONCE);
    }
    return last;
  }

  private static long length(Letter letter) {
    long length = letter.failure().length();
    for (LetterArgument argument : letter.arguments()) {
      length += length(argument.json()) + length(argument.sealed());
    }
    return length;
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
