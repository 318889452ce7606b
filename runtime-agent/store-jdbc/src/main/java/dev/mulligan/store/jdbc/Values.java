package dev.mulligan.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How values stand in columns. */
final class Values {
  /** As wide as the columns of names are; the letter's text has the whole. */
  private static final int LONGEST = 700;

  private static final long NANOS = 1_000_000_000L;

  private Values() {}

  /**
   * Makes a text fit a column. Two texts that are equal stay equal; PostgreSQL takes no NUL, and
   * nobody takes half a surrogate pair.
   */
  static String name(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    StringBuilder clean = new StringBuilder(cut.length());
    cut.codePoints().forEach(c -> clean.appendCodePoint(isStorable(c) ? c : 0xFFFD));
    return clean.toString();
  }

  static @Nullable String nameOrNull(@Nullable String text) {
    return text == null ? null : name(text);
  }

  /** Tells whether {@link #name} keeps all of a text. */
  static boolean isWhole(String text) {
    return name(text).equals(text);
  }

  private static boolean isStorable(int codePoint) {
    return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
  }

  /** Nanoseconds since 1970; what is before 1677 or after 2262 becomes the earliest or latest. */
  static long nanos(Instant time) {
    try {
      return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
    } catch (ArithmeticException outside) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }

  /** Adds a time, however long. */
  static Instant plus(Instant time, Duration more) {
    try {
      return time.plus(more);
    } catch (DateTimeException | ArithmeticException beyond) {
      return Instant.MAX;
    }
  }

  /** Shortens an identity of any length; null if the letter shares itself with no other. */
  static @Nullable String hash(String identity) {
    if (identity.isEmpty()) {
      return null;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(identity.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
