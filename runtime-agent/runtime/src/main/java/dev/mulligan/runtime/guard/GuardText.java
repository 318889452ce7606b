package dev.mulligan.runtime.guard;

import java.util.Map;

/**
 * A guard as text, a fact a line, for a class file: written by the weaver, read when a method is
 * linked. Not thread-safe.
 */
public final class GuardText {
  private final StringBuilder lines = new StringBuilder();

  /** Starts an empty text. */
  public GuardText() {}

  static void apply(String text, GuardBuilder builder) {
    for (int begin = 0; begin < text.length(); ) {
      int end = text.indexOf('\n', begin);
      applyLine(unescaped(text.substring(begin, end)), builder);
      begin = end + 1;
    }
  }

  private static void applyLine(String line, GuardBuilder builder) {
    String[] words = line.split(" ", 3);
    switch (words[0]) {
      case "static" -> builder.isStatic();
      case "name" -> builder.named(line.substring("name ".length()));
      case "policy" ->
          builder.policy(words[1], words.length > 2 ? new String[] {words[2]} : none());
      case "parameter" -> builder.parameters(words[1]);
      case "redact" -> builder.redact(Integer.parseInt(words[1]));
      case "key" -> builder.key(Integer.parseInt(words[1]), words[2]);
      default -> throw new IllegalArgumentException("unknown guard text: " + line);
    }
  }

  private static String[] none() {
    return new String[0];
  }

  /**
   * Writes that the method has no receiver.
   *
   * @return this text
   */
  public GuardText isStatic() {
    return line("static");
  }

  /**
   * Writes a name for all policies of the method, given by somebody else than their annotations.
   *
   * @param policies the name; it stands for each policy that has none of its own
   * @return this text
   */
  public GuardText name(String policies) {
    return line("name " + policies);
  }

  /**
   * Writes a policy.
   *
   * @param annotation the simple name of its annotation
   * @param attributes the values that were written
   * @return this text
   */
  public GuardText policy(String annotation, Map<String, String> attributes) {
    line("policy " + annotation);
    attributes.forEach((name, value) -> line("policy " + annotation + " " + name + " = " + value));
    return this;
  }

  /**
   * Writes the next parameter's name.
   *
   * @param name the name
   * @return this text
   */
  public GuardText parameter(String name) {
    return line("parameter " + name);
  }

  /**
   * Writes that a parameter is redacted.
   *
   * @param index which, from zero
   * @return this text
   */
  public GuardText redact(int index) {
    return line("redact " + index);
  }

  /**
   * Writes which parameter is the key.
   *
   * @param index which, from zero
   * @param path its property, or an empty text
   * @return this text
   */
  public GuardText key(int index, String path) {
    return line("key " + index + " " + path);
  }

  /**
   * Gives the text.
   *
   * @return lines that all end in a line feed; empty if nothing was written
   */
  public String text() {
    return lines.toString();
  }

  private GuardText line(String line) {
    lines.append(escaped(line)).append('\n');
    return this;
  }

  /** Values are any text, and may have lines of their own. */
  private static String escaped(String line) {
    return line.indexOf('\n') < 0 && line.indexOf('\\') < 0
        ? line
        : line.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String unescaped(String line) {
    if (line.indexOf('\\') < 0) {
      return line;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char next = line.charAt(i);
      if (next == '\\') {
        next = line.charAt(++i) == 'n' ? '\n' : '\\';
      }
      text.append(next);
    }
    return text.toString();
  }
}
