package dev.mulligan.testkit;

import java.util.List;

/**
 * Which attempts fail, and how. Immutable.
 *
 * <pre>{@code
 * fetch: 2 times SocketTimeoutException, then 429 retry-after 2s, then ok
 * Payments.pay: 30% IOException "connection reset"
 * *: slow 2s
 * }</pre>
 *
 * <p>A plan is {@code <which>: <step>, then <step>, …}; {@code then} may be left out.
 *
 * <ul>
 *   <li><b>which</b>: the name of a method, {@code Class.method} with or without its package, the
 *       name of a policy, or {@code *} for all guarded methods. A block of code goes by the name of
 *       its policy, or of the method that made its guard.
 *   <li><b>step</b>: {@code [N times] [P%] <what>}. A step lasts for {@code N} attempts ({@code
 *       once} is {@code 1 times}), without a number for one, but as the last step for all that
 *       come. After a last step with a number, bodies run. With {@code P%}, each attempt of the
 *       step has that chance of the fault, else its body runs; the chances are independent of each
 *       other.
 *   <li><b>what</b>, one of
 *       <ul>
 *         <li>an exception, by its simple or full name, and in quotes its message. Simple names are
 *             looked for in the test class, its package, and {@code java.lang}, {@code java.io},
 *             {@code java.net}, {@code java.nio.file}, {@code java.util}, {@code
 *             java.util.concurrent}, {@code java.sql}, {@code javax.net.ssl}. It needs a
 *             constructor that takes a message or nothing;
 *         <li>{@code error} and the name of an {@link Error}, and in quotes its message;
 *         <li>an HTTP status, 400 to 599, and {@code retry-after} with a duration: a {@link
 *             HttpFault};
 *         <li>{@code timeout} and a duration: the time moves that far, and the attempt ends with
 *             the exception of {@code @Timeout}, whether the method has one or not;
 *         <li>{@code slow} and a duration: the time moves that far, then the body runs, or what
 *             follows happens, as in {@code slow 2s 503};
 *         <li>{@code ok}: the body runs.
 *       </ul>
 * </ul>
 *
 * <p>Each attempt takes the next decision. Every method has a position of its own in the plan, and
 * chances of its own, which depend on the seed, the plan's text and the method alone: the same seed
 * gives the same decisions. Attempts that run at the same time take theirs in the order in which
 * they begin. Attempts that a policy refuses take none.
 */
public final class FaultPlan {
  private final String text;
  private final Selector selector;
  private final List<Step> steps;

  FaultPlan(String text, Selector selector, List<Step> steps) {
    this.text = text;
    this.selector = selector;
    this.steps = List.copyOf(steps);
  }

  /**
   * Reads a plan.
   *
   * @param text the plan
   * @param near the class in whose package, and with whose class loader, exceptions are looked for
   * @return the plan
   * @throws FaultSyntaxException if the text is no plan; it tells where, and what was expected
   */
  public static FaultPlan parse(String text, Class<?> near) {
    return new FaultParser(text, new ExceptionNames(near)).plan();
  }

  Selector selector() {
    return selector;
  }

  List<Step> steps() {
    return steps;
  }

  /** Gives the text it was read from. */
  @Override
  public String toString() {
    return text;
  }
}
