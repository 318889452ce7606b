package dev.mulligan.processor.write;

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

  /** Where a header of a member begins: what is before the parameters. */
  private static final Pattern BEGIN = Pattern.compile("^  \\w[^\\n(=;]*\\(", Pattern.MULTILINE);

  /** What is after the parameters: the exceptions. */
  private static final Pattern END =
      Pattern.compile("\\G\\)(?:\\s+throws\\s+([^{;]*?))? \\{$", Pattern.MULTILINE);

  private Headers() {}

  static String tidy(String source) {
    StringBuilder tidied = new StringBuilder();
    Matcher begin = BEGIN.matcher(source);
    Matcher end = END.matcher(source);
    int done = 0;
    while (begin.find(done)) {
      Items parameters = Items.of(source, begin.end());
      tidied.append(source, done, begin.start());
      if (end.find(parameters.end())) {
        tidied.append(layOut(begin.group(), parameters, end));
        done = end.end();
      } else {
        tidied.append(begin.group());
        done = begin.end();
      }
    }
    return tidied.append(source, done, source.length()).toString();
  }

  private static String layOut(String before, Items items, MatchResult after) {
    String parameters = String.join(", ", items.texts());
    String thrown = after.group(1) == null ? "" : "throws " + Items.flat(after.group(1));
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
        : before + BREAK + String.join("," + BREAK, items.texts()) + brokenEnd;
  }

  private static boolean fits(String line) {
    return line.length() <= LINE;
  }
}
