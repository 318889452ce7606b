package dev.mulligan.store.kafka;

import dev.mulligan.runtime.letter.Settlement;
import java.time.Instant;
import java.util.List;

/**
 * What somebody wants to change. Whether it holds is decided by the place of its record in the
 * topic, by all readers alike. As text it is one line of words, for people who read the topic.
 */
sealed interface Change {
  /**
   * Claims a letter.
   *
   * @param token one more than the last that the claimant knows; of several claims with the same
   *     one, the first holds
   * @param at when it was made, by the claimant's clock
   * @param until when the lease ends
   * @param owner who claims it
   */
  record Claim(long token, Instant at, Instant until, String owner) implements Change {
    @Override
    public String text() {
      return "CLAIM " + token + ' ' + at + ' ' + until + ' ' + owner;
    }
  }

  /**
   * Prolongs a claim.
   *
   * @param token which
   * @param until when the lease ends now
   */
  record Renew(long token, Instant until) implements Change {
    @Override
    public String text() {
      return "RENEW " + token + ' ' + until;
    }
  }

  /**
   * Ends a claim.
   *
   * @param token which
   * @param how what came of the replay
   */
  record Settle(long token, Settlement how) implements Change {
    @Override
    public String text() {
      return "SETTLE " + token + ' ' + how;
    }
  }

  /**
   * Marks a letter as not needed.
   *
   * @param at when, by the operator's clock
   */
  record Discard(Instant at) implements Change {
    @Override
    public String text() {
      return "DISCARD " + at;
    }
  }

  /**
   * Removes a letter, and remembers that it was there.
   *
   * @param at when, by the operator's clock
   * @param count the failures that the operator knows of; a letter that has more is not removed
   * @param until when copies of it cannot turn up any more
   * @param joined the ids of letters that were taken into it
   */
  record Remove(Instant at, int count, Instant until, List<String> joined) implements Change {
    @Override
    public String text() {
      String words = "REMOVE " + at + ' ' + count + ' ' + until;
      return joined.isEmpty() ? words : words + ' ' + String.join(" ", joined);
    }
  }

  /**
   * Forgets that a letter was there.
   *
   * @param removal the ticket of the change that removed it
   */
  record Forget(long removal) implements Change {
    @Override
    public String text() {
      return "FORGET " + Long.toHexString(removal);
    }
  }

  /** A place in the topic at which somebody will tell the counters. */
  record Mark() implements Change {
    @Override
    public String text() {
      return "MARK";
    }
  }

  /**
   * Tells the counters as they were at a mark.
   *
   * @param mark the ticket of the mark
   * @param joined calls that were taken into letters
   * @param removed letters that were removed
   */
  record Totals(long mark, long joined, long removed) implements Change {
    @Override
    public String text() {
      return "TOTALS " + Long.toHexString(mark) + ' ' + joined + ' ' + removed;
    }
  }

  /** Gives the line. */
  String text();

  /**
   * Reads a line.
   *
   * @throws RuntimeException if it is none
   */
  static Change parse(String text) {
    String[] words = text.split(" ", 5);
    return switch (words[0]) {
      case "CLAIM" ->
          new Claim(
              Long.parseLong(words[1]), Instant.parse(words[2]), Instant.parse(words[3]), words[4]);
      case "RENEW" -> new Renew(Long.parseLong(words[1]), Instant.parse(words[2]));
      case "SETTLE" -> new Settle(Long.parseLong(words[1]), Settlement.valueOf(words[2]));
      case "DISCARD" -> new Discard(Instant.parse(words[1]));
      case "REMOVE" ->
          new Remove(
              Instant.parse(words[1]),
              Integer.parseInt(words[2]),
              Instant.parse(words[3]),
              words.length < 5 ? List.of() : List.of(words[4].split(" ")));
      case "FORGET" -> new Forget(Long.parseUnsignedLong(words[1], 16));
      case "MARK" -> new Mark();
      case "TOTALS" ->
          new Totals(
              Long.parseUnsignedLong(words[1], 16),
              Long.parseLong(words[2]),
              Long.parseLong(words[3]));
      default -> throw new IllegalArgumentException("no change: " + words[0]);
    };
  }
}
