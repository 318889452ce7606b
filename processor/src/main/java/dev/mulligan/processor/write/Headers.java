package dev.mulligan.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays out the headers of methods that are too long for one line: first {@code throws} moves to a
 * line of its own, then the parameters do, then each of them. JavaPoet breaks them wherever the
 * line happens to end.
 */
final class Headers {
  private static final int LINE = 100;
  private static final String BREAK = "\n      ";

  /** A header of a member: what is before the parameters, the parameters, the exceptions. */
  private static final Pattern HEADER =
      Pattern.compile(
          "^  (\\w[^\\n(=;]*)\\(([^(){};]*)\\)(?:\\s+throws\\s+([^{;]*?))? \\{$",
          Pattern.MULTILINE);

  private Headers() {}

  static String tidy(String source) {
    return HEADER.matcher(source).replaceAll(header -> Matcher.quoteReplacement(layOut(header)));
  }

  private static String layOut(MatchResult header) {
    String before = "  " + header.group(1) + "(";
    String parameters = flat(header.group(2));
    String thrown = header.group(3) == null ? "" : "throws " + flat(header.group(3));
    String end = thrown.isEmpty() ? ") {" : ") " + thrown + " {";
    if (fits(before + parameters + end)) {
      return before + parameters + end;
    }
    String brokenEnd = thrown.isEmpty() ? end : ")" + BREAK + thrown + " {";
    if (!thrown.isEmpty() && fits(before + parameters + ")")) {
      return before + parameters + brokenEnd;
    }
    return fits(BREAK.substring(1) + parameters + (thrown.isEmpty() ? end : ")"))
        ? before + BREAK + parameters + brokenEnd
        : before + BREAK + String.join("," + BREAK, split(parameters)) + brokenEnd;
  }

  private static boolean fits(String line) {
    return line.length() <= LINE;
  }

  private static String flat(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }

  /** Splits parameters, but not the type arguments in them. */
  private static List<String> split(String parameters) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < parameters.length(); i++) {
      char c = parameters.charAt(i);
      if (c == '<') {
        depth++;
      } else if (c == '>') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(parameters.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    parts.add(parameters.substring(begin).strip());
    return parts;
  }
}
