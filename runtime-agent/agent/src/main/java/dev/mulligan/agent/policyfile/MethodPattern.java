package dev.mulligan.agent.policyfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names methods: {@code com.vendor.Client#send(java.lang.String,int)}. Class, method and each
 * parameter's type may hold wildcards; {@code (*)}, or no parentheses, stands for any parameters. A
 * method that is named exactly may have any visibility; a wildcard means public methods, without
 * what every object has. Immutable.
 */
public final class MethodPattern {
  private final String text;
  private final Glob type;
  private final Glob method;
  private final @Nullable List<Glob> parameters;

  private MethodPattern(String text, Glob type, Glob method, @Nullable List<Glob> parameters) {
    this.text = text;
    this.type = type;
    this.method = method;
    this.parameters = parameters;
  }

  /**
   * Reads a pattern.
   *
   * @param text the pattern
   * @return the pattern
   * @throws IllegalArgumentException if it does not have the form {@code class#method(parameters)}
   */
  public static MethodPattern parse(String text) {
    String stripped = text.strip();
    int hash = stripped.indexOf('#');
    int open = stripped.indexOf('(');
    int end = open < 0 ? stripped.length() : open;
    boolean isForm = hash > 0 && hash + 1 < end && (open < 0 || stripped.endsWith(")"));
    if (!isForm || stripped.indexOf('#', hash + 1) >= 0) {
      throw new IllegalArgumentException(
          text + " names no methods; wanted is class#method or class#method(parameters)");
    }
    // Class names as they stand in class files, so that the scan compares without copying.
    Glob type = new Glob(stripped.substring(0, hash).strip().replace('.', '/'));
    Glob method = new Glob(stripped.substring(hash + 1, end).strip());
    return new MethodPattern(stripped, type, method, open < 0 ? null : parameters(stripped, open));
  }

  private static @Nullable List<Glob> parameters(String text, int open) {
    String inside = text.substring(open + 1, text.length() - 1).strip();
    if (inside.equals("*") || inside.equals("..")) {
      return null;
    }
    List<Glob> types = new ArrayList<>();
    for (int begin = 0; begin < inside.length(); ) {
      int comma = inside.indexOf(',', begin);
      int end = comma < 0 ? inside.length() : comma;
      types.add(new Glob(inside.substring(begin, end).strip()));
      begin = end + 1;
    }
    return types;
  }

  /**
   * Tells whether methods of a class may be meant.
   *
   * @param internalName the class's name, with slashes
   * @return true if the class matches
   */
  public boolean matchesClass(String internalName) {
    return type.matches(internalName);
  }

  /**
   * Tells whether a method is meant.
   *
   * @param candidate a method
   * @return true if all parts match
   */
  public boolean matches(Candidate candidate) {
    return type.matches(candidate.internalName())
        && method.matches(candidate.method())
        && (method.isExact() || (candidate.isPublic() && !candidate.isOfEveryObject()))
        && matchesParameters(candidate.parameters());
  }

  private boolean matchesParameters(List<String> given) {
    if (parameters == null) {
      return true;
    }
    boolean matches = parameters.size() == given.size();
    for (int i = 0; matches && i < given.size(); i++) {
      Glob wanted = parameters.get(i);
      matches = wanted.matches(given.get(i)) || wanted.matches(simple(given.get(i)));
    }
    return matches;
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** How much is said: a pattern that says more wins over one that says less. */
  int precision() {
    return (type.isExact() ? 4 : 0) + (method.isExact() ? 2 : 0) + (parameters == null ? 0 : 1);
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * A method that may be meant.
   *
   * @param internalName its class, with slashes
   * @param method its name
   * @param parameters the names of its parameters' types as in a source, without type arguments
   * @param isPublic whether it is public
   * @param isOfEveryObject whether it is {@code equals}, {@code hashCode} or {@code toString}, or
   *     one that the compiler gives to an enum
   */
  public record Candidate(
      String internalName,
      String method,
      List<String> parameters,
      boolean isPublic,
      boolean isOfEveryObject) {}
}
