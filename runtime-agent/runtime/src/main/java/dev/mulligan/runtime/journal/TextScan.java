package dev.mulligan.runtime.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a text in lines that were not parsed, whatever the case: many times faster than reading
 * the letters, most of which do not mention it. It may err by saying yes, and about the three
 * letters beyond ASCII that are the same as k, s and i but for their case. Immutable.
 */
final class TextScan {
  private static final int ASCII_END = 128;

  private final byte[] lower;
  private final int[] skips = new int[ASCII_END];

  private TextScan(byte[] lower) {
    this.lower = lower;
    Arrays.fill(skips, lower.length);
    for (int i = 0; i < lower.length - 1; i++) {
      skips[lower[i]] = lower.length - 1 - i;
      skips[upper(lower[i])] = lower.length - 1 - i;
    }
  }

  /** Returns null for a text that may be written in other ways in JSON, or has no plain case. */
  static @Nullable TextScan of(@Nullable String text) {
    if (text == null || text.isEmpty() || !text.chars().allMatch(TextScan::isPlain)) {
      return null;
    }
    return new TextScan(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean isPlain(int character) {
    return character >= ' ' && character < ASCII_END - 1 && character != '"' && character != '\\';
  }

  /** By Horspool's algorithm (Practical fast searching in strings, 1980). */
  boolean mayBeIn(byte[] bytes, int from, int to) {
    int last = lower.length - 1;
    for (int at = from; at + last < to; ) {
      byte end = bytes[at + last];
      if (end < 0 || end == '\\') {
        // Letters beyond ASCII may be the same but for their case, and escapes may be anything.
        return true;
      }
      if (matches(bytes, at)) {
        return true;
      }
      at += skips[end];
    }
    return false;
  }

  private boolean matches(byte[] bytes, int at) {
    for (int i = lower.length - 1; i >= 0; i--) {
      byte found = bytes[at + i];
      if (found < 0 || found == '\\') {
        return true;
      }
      if (found != lower[i] && lower(found) != lower[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 'a' - 'A') : letter;
  }

  private static byte upper(byte letter) {
    return letter >= 'a' && letter <= 'z' ? (byte) (letter - 'a' + 'A') : letter;
  }
}
