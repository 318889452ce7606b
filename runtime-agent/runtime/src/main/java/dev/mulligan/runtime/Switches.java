package dev.mulligan.runtime;

import dev.mulligan.runtime.guard.SwitchBoard;
import java.util.List;

/**
 * Turns guards off and on while the program runs. A guard that is off runs its method as it is
 * written, on the caller's thread: no policy, no counter. Breakers keep their state until the guard
 * is on again. A call that waits for another attempt is woken and ends with its last failure;
 * nothing is kept of it.
 *
 * <p>What is off stands in the configuration as {@code mulligan.off}, a list with commas: so it can
 * be set at the start too, as {@code mulligan.enabled = false} (all) and {@code
 * mulligan.<policy>.enabled = false} can. Every change is an event and a line of the log.
 * Thread-safe.
 */
public final class Switches {
  static final Switches INSTANCE = new Switches();

  private Switches() {}

  /**
   * Switches guards off. What is off already stays off.
   *
   * @param what {@code all}; {@code policy:<name>}; {@code class:<pattern>}, where the pattern is a
   *     class name with {@code *} for any characters; or {@code loader:<pattern>}, which is
   *     compared with the class loader's own name, its class and its text. Blocks of code go by
   *     {@code all} and {@code policy} alone
   * @throws IllegalArgumentException if it is anything else
   */
  public void off(String what) {
    SwitchBoard.off(what);
  }

  /**
   * Takes back what {@link #off} or the configuration has switched off in the same words. Guards
   * that another switch names too stay off.
   *
   * @param what as in {@link #off}
   * @throws IllegalArgumentException if it is anything else
   */
  public void on(String what) {
    SwitchBoard.on(what);
  }

  /**
   * Lists what is off at this moment.
   *
   * @return as in {@link #off}, sorted
   */
  public List<String> list() {
    return SwitchBoard.list();
  }
}
