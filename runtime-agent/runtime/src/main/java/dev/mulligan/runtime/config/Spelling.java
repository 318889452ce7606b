package dev.mulligan.runtime.config;

/** The two ways to write a key. */
enum Spelling {
  /** As in files and system properties: {@code mulligan.pay.retry.maxAttempts}. */
  DOTTED('.', Spelling.PREFIX),
  /** As in the environment: {@code MULLIGAN_PAY_RETRY_MAXATTEMPTS}. */
  VARIABLE('_', "MULLIGAN_");

  static final String PREFIX = "mulligan.";

  final char separator;
  final String prefix;

  Spelling(char separator, String prefix) {
    this.separator = separator;
    this.prefix = prefix;
  }

  String write(String dotted) {
    return this == DOTTED ? dotted : variable(dotted);
  }

  /**
   * The environment variable of a key: upper case, and an underscore for all but A to Z and 0 to 9.
   */
  static String variable(String key) {
    StringBuilder variable = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
      boolean plain = (upper >= 'A' && upper <= 'Z') || (upper >= '0' && upper <= '9');
      variable.append(plain ? upper : '_');
    }
    return variable.toString();
  }
}
