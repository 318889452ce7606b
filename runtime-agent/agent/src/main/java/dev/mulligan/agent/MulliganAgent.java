package dev.mulligan.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The agent's entry point.
 *
 * <p>What runs before the application's {@code main} must not:
 *
 * <ul>
 *   <li>load {@code java.nio.file}, {@code java.util.logging} or {@code javax.management}: the
 *       application may want to configure them first;
 *   <li>load Byte Buddy, Jackson or any other library: most starts need none of it;
 *   <li>log, open a file, start a thread or take a lock;
 *   <li>throw: an application starts with the agent if it starts without.
 * </ul>
 *
 * So {@code premain} registers a transformer and returns.
 */
public final class MulliganAgent {
  private MulliganAgent() {}

  /**
   * Called by the JVM before {@code main}.
   *
   * @param arguments {@code key=value} pairs separated by commas, or null
   * @param instrumentation the JVM's
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      AgentOptions options = AgentOptions.parse(arguments);
      if (options.enabled()) {
        // Load-time only: whoever retransforms a class later starts from the woven bytes.
        System.setProperty("mulligan.agent", "present");
        instrumentation.addTransformer(new WeavingTransformer(options), false);
      }
    } catch (Throwable e) {
      System.err.println("[mulligan] The agent is off: " + e);
    }
  }
}
