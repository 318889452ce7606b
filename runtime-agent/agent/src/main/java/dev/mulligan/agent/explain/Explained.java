package dev.mulligan.agent.explain;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.coverage.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one method.
 *
 * @param finding what the weaver found
 * @param origin the jar or folder
 * @param source the source file's name, or null if the class file does not tell
 * @param line the first line of the method's body; zero if the class file does not tell
 * @param wrapper the generated class that guards it, too; null if there is none
 */
public record Explained(
    Finding finding, String origin, @Nullable String source, int line, @Nullable String wrapper) {

  /**
   * Tells whether neither engine guards the method.
   *
   * @return true if it runs as it was written
   */
  public boolean isUnguarded() {
    return finding.verdict() == Verdict.NOT_GUARDED && wrapper == null;
  }

  /**
   * Draws the method's policies in the order in which they apply.
   *
   * @return for example {@code DeadLetter( Retry( body ))}
   */
  public String order() {
    StringBuilder order = new StringBuilder();
    finding.policies().forEach(policy -> order.append(policy).append("( "));
    order.append("body");
    return order
        .append(finding.policies().isEmpty() ? "" : " ")
        .append(")".repeat(finding.policies().size()))
        .toString();
  }

  /**
   * Tells where the method is written.
   *
   * @return for example {@code Payments.java:12}, or an empty text
   */
  public String place() {
    return source == null ? "" : line == 0 ? source : source + ":" + line;
  }

  /**
   * Tells in words what becomes of the method.
   *
   * @return one line
   */
  public String verdict() {
    List<String> words = new ArrayList<>();
    switch (finding.verdict()) {
      case WOVEN -> words.add("woven by the agent");
      case WOVEN_BEFORE -> words.add("woven at build time");
      case NOT_GUARDED -> words.add("not guarded: " + finding.reason());
    }
    if (wrapper != null) {
      words.add("wrapped by " + wrapper);
    }
    return String.join("; ", words);
  }
}
