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
    return new LetterId(number(id, 0, TIME_DIGITS), number(id, TIME_DIGITS, DIGITS));
  }

  static boolean isId(String id) {
    if (id.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      if (digit(id.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static long number(String id, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number << 4 | digit(id.charAt(i));
    }
    return number;
  }

  private static int digit(char character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
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
