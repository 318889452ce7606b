package dev.mulligan.agent.jmx;

import java.util.List;

/** Switches policies off and on while the application runs: {@code dev.mulligan:type=Switches}. */
public interface SwitchesMXBean {
  /**
   * Lists what is off.
   *
   * @return for example {@code policy:payments}
   */
  List<String> getOff();

  /**
   * Lists the methods that should be guarded and are not.
   *
   * @return method and reason
   */
  List<String> getNotGuarded();

  /**
   * Switches off; counts from the next call on.
   *
   * @param what {@code all}, {@code policy:<name>}, {@code class:<pattern>} or {@code
   *     loader:<pattern>}
   * @throws IllegalArgumentException if it is none of those
   */
  void off(String what);

  /**
   * Switches on what was switched off.
   *
   * @param what as it was switched off
   * @throws IllegalArgumentException if it has none of the forms
   */
  void on(String what);
}
