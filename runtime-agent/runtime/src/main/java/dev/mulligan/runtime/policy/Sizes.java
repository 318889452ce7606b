package dev.mulligan.runtime.policy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sizes such as {@code 512KiB}, {@code 16MiB} and {@code 4GiB}. */
public final class Sizes {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,18})\\s*(b|kib|mib|gib)?");

  private Sizes() {}

  /**
   * Reads a size.
   *
   * @param text a number and a unit (B, KiB, MiB, GiB, in whatever case), or a number of bytes
   * @return bytes, 0 or more
   * @throws IllegalArgumentException if it is neither, or too large for a {@code long}
   */
  public static long parse(String text) {
    Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("is not a size such as 512KiB, 16MiB or 4GiB");
    }
    try {
      return Math.multiplyExact(Long.parseLong(matcher.group(1)), bytes(matcher.group(2)));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("is larger than 8 EiB");
    }
  }

  private static long bytes(@Nullable String unit) {
    if (unit == null) {
      return 1;
    }
    return switch (unit) {
      case "kib" -> 1L << 10;
      case "mib" -> 1L << 20;
      case "gib" -> 1L << 30;
      default -> 1;
    };
  }
}
