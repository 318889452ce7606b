package dev.mulligan.processor.write;

import java.util.regex.Pattern;

/** The last touches to generated source, where JavaPoet's layout differs from a careful hand's. */
final class Layout {
  private static final Pattern TRAILING_SPACE = Pattern.compile("[ \\t]+$", Pattern.MULTILINE);
  private static final Pattern ONE_LINE_JAVADOC =
      Pattern.compile("/\\*\\*\\n *\\* ([^\\n]*)\\n *\\*/");

  private Layout() {}

  static String tidy(String source) {
    String javadoc = ONE_LINE_JAVADOC.matcher(source).replaceAll("/** $1 */");
    return Headers.tidy(TRAILING_SPACE.matcher(javadoc).replaceAll(""));
  }
}
