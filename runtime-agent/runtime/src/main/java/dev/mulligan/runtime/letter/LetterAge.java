package dev.mulligan.runtime.letter;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long ago the last failure of a letter is, roughly. */
public enum LetterAge {
  /** Less than an hour. */
  HOUR(Duration.ofHours(1)),
  /** An hour to less than a day. */
  DAY(Duration.ofDays(1)),
  /** A day to less than a week. */
  WEEK(Duration.ofDays(7)),
  /** A week to less than thirty days. */
  MONTH(Duration.ofDays(30)),
  /** Thirty days or more. */
  OLDER(null);

  private final @Nullable Duration limit;

  LetterAge(@Nullable Duration limit) {
    this.limit = limit;
  }

  /**
   * Tells the age of a letter.
   *
   * @param lastFailure its last failure; one that is to come counts as one of now
   * @param now the time
   * @return the smallest age that fits
   */
  public static LetterAge of(Instant lastFailure, Instant now) {
    for (LetterAge age : values()) {
      if (lastFailure.isAfter(age.begin(now))) {
        return age;
      }
    }
    return OLDER;
  }

  /**
   * Tells which failures are younger than this.
   *
   * @param now the time
   * @return letters of this age, or a smaller one, have failed after it
   */
  public Instant begin(Instant now) {
    return limit == null ? Instant.MIN : now.minus(limit);
  }
}
