package dev.mulligan.runtime.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${key:default}} in text. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

  private Placeholders() {}

  static String resolve(String text, Lookup lookup) {
    if (!text.contains("${")) {
      return text;
    }
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      String value = lookup.find(matcher.group(1).strip());
      if (value == null) {
        value = matcher.group(2) == null ? matcher.group() : matcher.group(2);
      }
      matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(resolved).toString();
  }

  @FunctionalInterface
  interface Lookup {
    @Nullable String find(String key);
  }
}
