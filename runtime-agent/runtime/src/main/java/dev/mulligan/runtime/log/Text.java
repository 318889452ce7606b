package dev.mulligan.runtime.log;

/**
 * Text for a log: what comes from outside must neither begin a line of its own nor fill the disk.
 * Thread-safe.
 */
public final class Text {
  /** How much of a value is shown, in characters. */
  static final int LONGEST = 300;

  private static final String LINE_SEPARATORS = "\u2028\u2029";

  /** These turn the direction of what follows, so that a line reads as another. */
  private static final String DIRECTIONS = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  private Text() {}

  /**
   * Describes an exception by its class and message.
   *
   * @param failure the exception; its message may itself throw, and then only the class is named
   * @return one line of at most 300 characters, without what looks like a secret or is one by
   *     {@link Confidential#during}
   */
  public static String summary(Throwable failure) {
    String name = failure.getClass().getName();
    String message;
    try {
      message = failure.getMessage();
    } catch (Exception | StackOverflowError | LinkageError broken) {
      message = "(its message cannot be read)";
    }
    // Secrets first: of a text that is cut, half a secret could stay.
    return oneLine(shorten(message == null ? name : name + ": " + Confidential.hide(message)));
  }

  /**
   * Escapes what could break out of a line: control characters, line separators, and marks that
   * turn the direction of text.
   *
   * @param text any text
   * @return the same instance if there is nothing to escape
   */
  public static String oneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnsafe(text.charAt(i))) {
        return escape(text);
      }
    }
    return text;
  }

  /** At most 300 characters, and never half of a surrogate pair. */
  static String shorten(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end) + "…";
  }

  private static boolean isUnsafe(char c) {
    if (c >= ' ' && c < 0x7f) {
      return false;
    }
    return Character.isISOControl(c)
        || LINE_SEPARATORS.indexOf(c) >= 0
        || DIRECTIONS.indexOf(c) >= 0;
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUnsafe(c)) {
        escaped.append(escape(c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) c);
    };
  }
}
