package dev.mulligan.agent.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One method that has a policy, or a whole class that could not be read.
 *
 * @param type the class
 * @param method the method's name; empty for the class as a whole
 * @param descriptor the method's descriptor; empty for the class as a whole
 * @param policies the simple names of its annotations, the outermost first
 * @param verdict what became of it
 * @param reason why it is not guarded; null if it is
 */
public record Finding(
    String type,
    String method,
    String descriptor,
    List<String> policies,
    Verdict verdict,
    @Nullable String reason) {

  /** What became of a method. */
  public enum Verdict {
    /** The agent has woven it, or would. */
    WOVEN("woven"),
    /** It was woven when the application was built. */
    WOVEN_BEFORE("wovenBefore"),
    /** It runs as it was written. */
    NOT_GUARDED("notGuarded");

    private final String key;

    Verdict(String key) {
      this.key = key;
    }

    /**
     * Names the verdict in JSON.
     *
     * @return one word
     */
    public String key() {
      return key;
    }
  }

  /**
   * Makes the finding of a guarded method.
   *
   * @param type the class
   * @param method the method's name
   * @param descriptor the method's descriptor
   * @param policies its policies
   * @return the finding
   */
  public static Finding woven(
      String type, String method, String descriptor, List<String> policies) {
    return new Finding(type, method, descriptor, policies, Verdict.WOVEN, null);
  }

  /**
   * Makes the finding of a class that could not be looked at.
   *
   * @param type the class
   * @param reason why
   * @return the finding
   */
  public static Finding unread(String type, String reason) {
    return new Finding(type, "", "", List.of(), Verdict.NOT_GUARDED, reason);
  }

  /**
   * Turns this into the finding of a method that runs as it was written.
   *
   * @param why the reason
   * @return the finding
   */
  public Finding refused(String why) {
    return new Finding(type, method, descriptor, policies, Verdict.NOT_GUARDED, why);
  }

  /**
   * Turns this into the finding of a method that was woven at build time.
   *
   * @return the finding
   */
  public Finding before() {
    return new Finding(type, method, descriptor, policies, Verdict.WOVEN_BEFORE, null);
  }

  /**
   * Names the method for people.
   *
   * @return {@code com.acme.Bank#pay}, or the class alone
   */
  public String location() {
    return method.isEmpty() ? type : type + "#" + method;
  }
}
