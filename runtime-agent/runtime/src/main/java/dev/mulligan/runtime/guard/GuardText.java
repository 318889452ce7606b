package dev.mulligan.runtime.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A guard as lines of text, for a class file: written by the weaver, read when a method is linked.
 */
public final class GuardText {
  private final List<String> lines = new ArrayList<>();

  /** Starts an empty text. */
  public GuardText() {}

  static void apply(String line, GuardBuilder builder) {
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
   * @return a line a fact
   */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  private GuardText line(String line) {
    lines.add(line);
    return this;
  }
}
