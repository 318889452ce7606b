package dev.mulligan.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is listed in the brackets of a piece of source, separated by commas.
 *
 * @param texts each on one line
 * @param end where the closing bracket is
 */
record Items(List<String> texts, int end) {
  /** JavaPoet breaks lines between words, and never inside of a literal. */
  private static final Pattern BREAK = Pattern.compile("\\s*\\n\\s*");

  /** Reads from the place after an opening bracket; brackets and literals are skipped. */
  static Items of(String source, int begin) {
    List<String> texts = new ArrayList<>();
    int depth = 0;
    int start = begin;
    int i = begin;
    for (; depth > 0 || source.charAt(i) != ')'; i++) {
      switch (source.charAt(i)) {
        case '(', '<', '{' -> depth++;
        case ')', '>', '}' -> depth--;
        case '"', '\'' -> i = endOfLiteral(source, i);
        case ',' -> {
          if (depth == 0) {
            texts.add(flat(source.substring(start, i)));
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    texts.add(flat(source.substring(start, i)));
    return new Items(texts, i);
  }

  /** Puts a piece of source on one line. */
  static String flat(String code) {
    return BREAK.matcher(code.strip()).replaceAll(" ");
  }

  private static int endOfLiteral(String source, int begin) {
    int i = begin + 1;
    while (source.charAt(i) != source.charAt(begin)) {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
