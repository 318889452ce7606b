package dev.mulligan.store.jdbc;

import java.util.regex.Pattern;

/**
 * The names of the tables.
 *
 * @param letters the table of letters; the others are named after it
 */
record Tables(String letters) {
  static final String DEFAULT = "mulligan_letter";

  /** It becomes part of statements, and the longest name made of it has 14 more. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}");

  Tables {
    if (!NAME.matcher(letters).matches()) {
      throw new IllegalArgumentException(
          "must be a letter or underscore, and then up to 39 letters, digits or underscores");
    }
  }

  String joined() {
    return letters + "_joined";
  }

  String counts() {
    return letters + "_count";
  }

  String history() {
    return letters + "_history";
  }
}
