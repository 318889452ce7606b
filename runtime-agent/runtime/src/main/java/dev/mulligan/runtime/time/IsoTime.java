package dev.mulligan.runtime.time;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads and writes times as {@link Instant#toString()} does, many times faster. Thread-safe: it has
 * no state.
 */
public final class IsoTime {
  private static final int SECONDS_LENGTH = "2026-01-01T00:00:00".length();
  private static final int LONGEST = "2026-01-01T00:00:00.000000000Z".length();
  private static final long YEAR_0 = -62_167_219_200L;
  private static final long YEAR_10_000 = 253_402_300_800L;
  private static final int SECONDS_A_DAY = 86_400;
  private static final int NANOS_A_MILLI = 1_000_000;
  private static final int NANOS_A_MICRO = 1_000;

  private IsoTime() {}

  /**
   * Writes a time.
   *
   * @param time any time
   * @return what {@link Instant#toString()} returns, such as {@code 2026-01-01T00:00:00.125Z}
   */
  public static String text(Instant time) {
    if (time.getEpochSecond() < YEAR_0 || time.getEpochSecond() >= YEAR_10_000) {
      return time.toString();
    }
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond(), SECONDS_A_DAY));
    int second = (int) Math.floorMod(time.getEpochSecond(), (long) SECONDS_A_DAY);
    byte[] text = new byte[LONGEST];
    write(text, 0, 4, date.getYear(), '-');
    write(text, 5, 2, date.getMonthValue(), '-');
    write(text, 8, 2, date.getDayOfMonth(), 'T');
    write(text, 11, 2, second / 3600, ':');
    write(text, 14, 2, second / 60 % 60, ':');
    write(text, 17, 2, second % 60, 'Z');
    int length = SECONDS_LENGTH + 1;
    int nanos = time.getNano();
    if (nanos != 0) {
      text[SECONDS_LENGTH] = '.';
      length += writeFraction(text, nanos) + 1;
    }
    return new String(text, 0, length, ISO_8859_1);
  }

  /** In groups of three digits; returns how many. */
  private static int writeFraction(byte[] text, int nanos) {
    int at = SECONDS_LENGTH + 1;
    if (nanos % NANOS_A_MILLI == 0) {
      return write(text, at, 3, nanos / NANOS_A_MILLI, 'Z');
    }
    return nanos % NANOS_A_MICRO == 0
        ? write(text, at, 6, nanos / NANOS_A_MICRO, 'Z')
        : write(text, at, 9, nanos, 'Z');
  }

  private static int write(byte[] text, int at, int digits, int number, char behind) {
    int rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    text[at + digits] = (byte) behind;
    return digits;
  }

  /**
   * Reads a time.
   *
   * @param text what {@link #text} wrote
   * @return milliseconds since 1970; finer parts are cut off
   * @throws java.time.format.DateTimeParseException if it is no time
   * @throws IllegalArgumentException if there is something else where a digit should be
   */
  public static long millis(String text) {
    int length = text.length();
    if (length <= SECONDS_LENGTH || text.charAt(length - 1) != 'Z' || text.charAt(4) != '-') {
      return Instant.parse(text).toEpochMilli();
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int seconds =
        number(text, 11, 13) * 3600 + number(text, 14, 16) * 60 + number(text, 17, SECONDS_LENGTH);
    return (days(year, month, day) * SECONDS_A_DAY + seconds) * 1000 + fraction(text, length - 1);
  }

  private static int fraction(String text, int end) {
    int millis = 0;
    for (int i = 0; i < 3; i++) {
      int at = SECONDS_LENGTH + 1 + i;
      millis = millis * 10 + (at < end ? digit(text, at) : 0);
    }
    return millis;
  }

  /** Days since 1970, in months that begin with March, so that leap days come last. */
  private static long days(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    return 365L * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + digit(text, i);
    }
    return number;
  }

  private static int digit(String text, int at) {
    int digit = text.charAt(at) - '0';
    if (digit < 0 || digit > 9) {
      throw new IllegalArgumentException("not a time: " + text);
    }
    return digit;
  }
}
