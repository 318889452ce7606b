package dev.mulligan.processor.write;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last touches to generated source, where JavaPoet's layout differs from a careful hand's. */
final class Layout {
  private static final int LINE = 100;
  private static final Pattern TRAILING_SPACE = Pattern.compile("[ \\t]+$", Pattern.MULTILINE);
  private static final Pattern ONE_LINE_JAVADOC =
      Pattern.compile("/\\*\\*\\n *\\* ([^\\n]*)\\n *\\*/");

  /** An annotation with an attribute on each line. */
  private static final Pattern ANNOTATION =
      Pattern.compile("^( *@[\\w.]+\\()\\n((?: {4,}\\S[^\\n]*\\n)+) *\\)$", Pattern.MULTILINE);

  private Layout() {}

  static String tidy(String source) {
    String javadoc = ONE_LINE_JAVADOC.matcher(source).replaceAll("/** $1 */");
    String annotations =
        ANNOTATION.matcher(javadoc).replaceAll(found -> Matcher.quoteReplacement(layOut(found)));
    return Headers.tidy(TRAILING_SPACE.matcher(annotations).replaceAll(""));
  }

  private static String layOut(MatchResult annotation) {
    String attributes = annotation.group(2).stripTrailing();
    String line = annotation.group(1) + Items.flat(attributes) + ")";
    return line.length() <= LINE ? line : annotation.group(1) + "\n" + attributes + ")";
  }
}
