package dev.mulligan.processor.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values such as {@code ${payments.delay:1s}}, whose configuration is not known yet. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

  private Placeholders() {}

  /**
   * Replaces each placeholder by its default.
   *
   * @param text the text
   * @return the text as it is without any configuration; null if a placeholder has no default
   */
  static @Nullable String defaults(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      String value = matcher.group(2);
      if (value == null) {
        return null;
      }
      matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(resolved).toString();
  }
}
