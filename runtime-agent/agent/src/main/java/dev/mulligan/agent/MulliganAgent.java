package dev.mulligan.agent;

import dev.mulligan.agent.coverage.Coverage;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.policyfile.PolicyFileReader;
import dev.mulligan.agent.scan.PolicyCarriers;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
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
 *   <li>log, start a thread or take a lock; or open a file, but for the one that {@code
 *       mulligan.config} names;
 *   <li>throw: an application starts with the agent if it starts without. Only {@code
 *       mulligan.strict} asks for the contrary.
 * </ul>
 *
 * So {@code premain} registers a transformer and returns.
 */
public final class MulliganAgent {
  private static boolean started;

  private MulliganAgent() {}

  /**
   * Called by the JVM before {@code main}.
   *
   * @param arguments {@code key=value} pairs separated by commas, or null
   * @param instrumentation the JVM's
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, false);
  }

  /**
   * Called by the JVM when the agent is attached to it while it runs. What is loaded already is
   * woven, too, as far as that is possible.
   *
   * @param arguments {@code key=value} pairs separated by commas, or null
   * @param instrumentation the JVM's
   */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, true);
  }

  private static void start(
      @Nullable String arguments, Instrumentation instrumentation, boolean isRunning) {
    try {
      if (!isFirst()) {
        AgentOptions.say("The agent is here already; once is enough.");
        return;
      }
      AgentOptions options = AgentOptions.parse(arguments);
      if (!options.enabled()) {
        return;
      }
      if (options.strict()) {
        Coverage.beStrict();
      }
      System.setProperty("mulligan.agent", "present");
      PolicyFile policies = policies(options, instrumentation);
      Coverage.onFirst(new FirstFound(policies));
      PolicyCarriers.preload();
      // Load-time only: whoever retransforms a class later starts from the woven bytes.
      instrumentation.addTransformer(
          new WeavingTransformer(options, policies, instrumentation, false), false);
      if (isRunning) {
        weaveLoaded(options, policies, instrumentation);
      }
    } catch (Throwable e) {
      AgentOptions.say("The agent is off: " + e);
    }
  }

  /** The same jar may be named twice, or attached to a JVM that began with it. */
  private static synchronized boolean isFirst() {
    boolean first = !started;
    started = true;
    return first;
  }

  private static PolicyFile policies(AgentOptions options, Instrumentation instrumentation) {
    if (options.config() == null) {
      return PolicyFile.NONE;
    }
    RuntimeModule.letIn(instrumentation);
    List<String> problems = new ArrayList<>();
    PolicyFile policies = PolicyFileReader.read(options.config(), problems);
    for (String problem : problems) {
      AgentOptions.say(problem);
    }
    if (options.strict() && !problems.isEmpty()) {
      AgentOptions.say("The JVM ends, because mulligan.strict is set.");
      System.exit(1);
    }
    return policies;
  }

  /** Stays for good: a class that is retransformed again begins as it was written. */
  private static void weaveLoaded(
      AgentOptions options, PolicyFile policies, Instrumentation instrumentation) {
    WeavingTransformer transformer =
        new WeavingTransformer(options, policies, instrumentation, true);
    instrumentation.addTransformer(transformer, true);
    if (LoadedClasses.haveJmx(instrumentation)) {
      JmxSeen.used();
    }
    new LoadedClasses(instrumentation, transformer).weave();
  }
}
