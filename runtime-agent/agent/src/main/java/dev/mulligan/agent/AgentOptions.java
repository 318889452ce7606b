package dev.mulligan.agent;

import dev.mulligan.agent.policyfile.Glob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was told: on its command line as {@code key=value}, else by system properties of
 * the same names with {@code mulligan.} in front, else by the environment. What the command line
 * says is copied to the system properties, where the runtime finds it.
 *
 * @param enabled whether to weave at all, by default true
 * @param strict whether the JVM ends when a method cannot be guarded, by default false
 * @param exclude classes that are left alone, with slashes
 * @param config the file with policies and other values, or null
 */
record AgentOptions(boolean enabled, boolean strict, List<Glob> exclude, @Nullable String config) {
  static final List<String> KEYS =
      List.of(
          "enabled", "dir", "config", "exclude", "async", "strict", "off", "mode", "admin", "jmx");

  static AgentOptions parse(@Nullable String arguments) {
    for (String pair : split(arguments, ',')) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (equals < 0 || !KEYS.contains(key)) {
        // Said, but no reason to leave the application unguarded.
        say("Unknown option " + pair + "; there are " + KEYS);
        continue;
      }
      // A comma ends a pair here, so that the names in a list are separated by semicolons.
      boolean isList = key.equals("async") || key.equals("off");
      String value = pair.substring(equals + 1);
      System.setProperty("mulligan." + key, isList ? value.replace(';', ',') : value);
    }
    List<Glob> exclude = new ArrayList<>();
    for (String pattern : split(value("exclude"), ';')) {
      exclude.add(new Glob(pattern.strip().replace('.', '/')));
    }
    return new AgentOptions(is("enabled", true), is("strict", false), exclude, value("config"));
  }

  /** A pattern is a class name, or has asterisks for any characters. */
  boolean excludes(String className) {
    for (Glob pattern : exclude) {
      if (pattern.matches(className)) {
        return true;
      }
    }
    return false;
  }

  static void say(String message) {
    System.err.println("[mulligan] " + message);
  }

  private static boolean is(String key, boolean byDefault) {
    String value = value(key);
    if (value == null) {
      return byDefault;
    }
    String stripped = value.strip();
    boolean isTrue = stripped.equalsIgnoreCase("true");
    if (!isTrue && !stripped.equalsIgnoreCase("false")) {
      say("mulligan." + key + " = " + value + ": is true or false; taken as " + byDefault);
      return byDefault;
    }
    return isTrue;
  }

  private static @Nullable String value(String key) {
    String property = System.getProperty("mulligan." + key);
    return property != null ? property : System.getenv("MULLIGAN_" + upper(key));
  }

  /** Without a locale, whose classes an ordinary start does not load. */
  private static String upper(String key) {
    char[] upper = new char[key.length()];
    for (int i = 0; i < upper.length; i++) {
      upper[i] = (char) (key.charAt(i) - 'a' + 'A');
    }
    return new String(upper);
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
