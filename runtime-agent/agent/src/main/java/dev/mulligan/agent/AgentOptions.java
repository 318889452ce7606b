package dev.mulligan.agent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was told: on its command line as {@code key=value}, or by system properties of the
 * same names with {@code mulligan.} in front. The command line wins and is copied to the system
 * properties, where the runtime finds it.
 *
 * @param enabled whether to weave at all, by default true
 * @param exclude class name prefixes that are left alone
 */
record AgentOptions(boolean enabled, List<String> exclude) {
  private static final List<String> KEYS = List.of("enabled", "dir", "config", "exclude", "async");

  static AgentOptions parse(@Nullable String arguments) {
    for (String pair : split(arguments, ',')) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (equals < 0 || !KEYS.contains(key)) {
        // Said, but no reason to leave the application unguarded.
        System.err.println("[mulligan] Unknown option " + pair + "; there are " + KEYS);
        continue;
      }
      // A comma ends a pair here, so that the names in a list are separated by semicolons.
      String value = pair.substring(equals + 1);
      System.setProperty("mulligan." + key, key.equals("async") ? value.replace(';', ',') : value);
    }
    List<String> exclude = new ArrayList<>();
    for (String pattern : split(System.getProperty("mulligan.exclude"), ';')) {
      exclude.add(prefix(pattern));
    }
    return new AgentOptions(!"false".equals(System.getProperty("mulligan.enabled")), exclude);
  }

  /** A pattern is a class name, or a prefix of one with an asterisk. */
  boolean excludes(String className) {
    for (String pattern : exclude) {
      boolean matches =
          pattern.endsWith("*")
              ? className.startsWith(pattern.substring(0, pattern.length() - 1))
              : className.equals(pattern);
      if (matches) {
        return true;
      }
    }
    return false;
  }

  private static String prefix(String pattern) {
    return pattern.strip().replace('.', '/');
  }

  /** Splits without regular expressions, whose classes an ordinary start does not load. */
  private static List<String> split(@Nullable String text, char separator) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    while (text != null && begin < text.length()) {
      int end = text.indexOf(separator, begin);
      end = end < 0 ? text.length() : end;
      if (end > begin) {
        parts.add(text.substring(begin, end));
      }
      begin = end + 1;
    }
    return parts;
  }
}
