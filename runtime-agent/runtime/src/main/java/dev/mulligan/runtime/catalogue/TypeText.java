package dev.mulligan.runtime.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as the parts of its text: names of classes, and what stands between them. Wildcards are
 * left out: values of {@code ? extends Line} are written like those of {@code Line}.
 *
 * @param parts the parts, in order
 */
record TypeText(List<String> parts) {
  private static final Pattern PART = Pattern.compile("[\\w.$]+|[^\\s\\w.$?]");

  static TypeText of(String type) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(type.replaceAll("\\?\\s*(extends|super)\\s", ""));
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return new TypeText(List.copyOf(parts));
  }

  /** Tells whether the other text has names where this one has, and else the same. */
  boolean hasShapeOf(TypeText other) {
    if (parts.size() != other.parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean named = isName(parts.get(i)) && isName(other.parts.get(i));
      if (!named && !parts.get(i).equals(other.parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isName(String part) {
    char first = part.charAt(0);
    return first == '$' || Character.isJavaIdentifierStart(first);
  }
}
