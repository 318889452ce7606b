package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one switch turns off.
 *
 * @param kind what is named
 * @param name the policy, or a pattern; empty if all is meant
 * @param pattern the same as a regular expression
 */
record SwitchTarget(Kind kind, String name, Pattern pattern) {
  /**
   * Reads a target.
   *
   * @throws IllegalArgumentException if it is none; the message says what is possible
   */
  static SwitchTarget parse(String text) {
    String stripped = text.strip();
    if (stripped.equals("all")) {
      return of(Kind.ALL, "");
    }
    int colon = stripped.indexOf(':');
    String name = colon < 0 ? "" : stripped.substring(colon + 1).strip();
    for (Kind kind : Kind.values()) {
      boolean isNamed = colon >= 0 && stripped.substring(0, colon).strip().equals(kind.word);
      if (isNamed && !name.isEmpty() && name.indexOf(',') < 0 && name.indexOf(';') < 0) {
        return of(kind, name);
      }
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" cannot be switched; there are all, policy:<name>, class:<pattern> and"
            + " loader:<pattern>, with * for any characters");
  }

  static SwitchTarget of(Kind kind, String name) {
    // An asterisk alone means anything; all else stands for itself.
    String regex = Pattern.quote(name).replace("*", "\\E.*\\Q");
    return new SwitchTarget(kind, name, Pattern.compile(regex, Pattern.DOTALL));
  }

  /**
   * Tells whether a guard is meant.
   *
   * @param names the names that its policies go by
   */
  boolean covers(GuardedMethod method, Set<String> names) {
    return switch (kind) {
      case ALL -> true;
      case POLICY -> names.contains(name);
      case CLASS -> pattern.matcher(method.declaring().getName()).matches();
      case LOADER -> coversLoader(method.declaring().getClassLoader());
    };
  }

  private boolean coversLoader(@Nullable ClassLoader loader) {
    try {
      return loader != null
          && (matches(String.valueOf(loader.getName()))
              || matches(loader.getClass().getName())
              || matches(loader.toString()));
    } catch (RuntimeException ofTheLoader) {
      return false;
    }
  }

  private boolean matches(String text) {
    return pattern.matcher(text).matches();
  }

  /** The target as it is written. */
  @Override
  public String toString() {
    return kind == Kind.ALL ? kind.word : kind.word + ":" + name;
  }

  enum Kind {
    ALL("all"),
    POLICY("policy"),
    CLASS("class"),
    LOADER("loader");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }
}
