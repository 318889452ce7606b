package dev.mulligan.runtime.journal;

/**
 * An id in two numbers.
 *
 * @param time the first twelve digits
 * @param rest the last sixteen
 */
record LetterId(long time, long rest) {
  private static final int TIME_DIGITS = 12;
  private static final int DIGITS = 28;

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if it is not 28 lower-case hexadecimal digits
   */
  static LetterId of(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException("id " + id + " is not 28 hexadecimal digits");
    }
    return new LetterId(
        Long.parseUnsignedLong(id, 0, TIME_DIGITS, 16),
        Long.parseUnsignedLong(id, TIME_DIGITS, DIGITS, 16));
  }

  static boolean isId(String id) {
    return id.length() == DIGITS && id.chars().allMatch(LetterId::isDigit);
  }

  private static boolean isDigit(int character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }

  static String text(long time, long rest) {
    StringBuilder text = new StringBuilder(DIGITS);
    append(text, time, TIME_DIGITS);
    append(text, rest, DIGITS - TIME_DIGITS);
    return text.toString();
  }

  private static void append(StringBuilder text, long number, int digits) {
    for (int i = digits - 1; i >= 0; i--) {
      text.append(Character.forDigit((int) (number >>> (4 * i)) & 15, 16));
    }
  }
}
