package dev.mulligan.runtime.log;

import org.jspecify.annotations.Nullable;

/**
 * One line of the log: what happened, then {@code key=value} pairs, and last the cause, which runs
 * to the end of the line. Values are escaped, bounded, and quoted where they would be ambiguous.
 * Not thread-safe.
 */
public final class Line {
  private final StringBuilder text;

  /**
   * Begins a line.
   *
   * @param what what happened, such as {@code attempt failed}
   */
  public Line(String what) {
    text = new StringBuilder(160).append(what);
  }

  /**
   * Adds a pair.
   *
   * @param name the key
   * @param value its value; null leaves the pair out
   * @return this line
   */
  public Line add(String name, @Nullable Object value) {
    if (value != null) {
      text.append(' ').append(name).append('=').append(quoted(value.toString()));
    }
    return this;
  }

  /**
   * Adds an exception, which must be the last pair.
   *
   * @param failure the exception
   * @return this line
   */
  public Line cause(Throwable failure) {
    text.append(" cause=").append(Text.summary(failure));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String quoted(String value) {
    String plain = Text.shorten(value);
    boolean ambiguous = plain.isEmpty();
    for (int i = 0; i < plain.length() && !ambiguous; i++) {
      char c = plain.charAt(i);
      ambiguous = c == '"' || c == '=' || c == '\\' || Character.isWhitespace(c);
    }
    String shown =
        ambiguous ? '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : plain;
    return Text.oneLine(shown);
  }
}
