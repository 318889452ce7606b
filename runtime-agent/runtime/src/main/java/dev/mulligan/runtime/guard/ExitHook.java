package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.time.Threads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Begins the {@link Shutdown} when the JVM ends, so that calls which wait then leave their letters.
 * Thread-safe.
 *
 * <p>The JVM holds its hooks for ever. Where the runtime is part of an application that can be
 * unloaded there is none, for it would hold that application; it calls {@code Mulligan.shutdown}
 * itself.
 */
final class ExitHook {
  static final String SETTING = "mulligan.shutdown.wait";
  static final Duration DEFAULT = Duration.ofSeconds(2);

  /** Loaders of the one application that a JVM was started for. */
  private static final Set<String> LAUNCHERS =
      Set.of(
          "org.springframework.boot.loader.launch.LaunchedClassLoader",
          "org.springframework.boot.loader.LaunchedURLClassLoader",
          "io.quarkus.bootstrap.runner.AotRunnerClassLoader",
          "io.quarkus.bootstrap.runner.RunnerClassLoader");

  private static final AtomicBoolean ENSURED = new AtomicBoolean();

  private ExitHook() {}

  /** Registers the hook when it is first called; if that is impossible now, the next time. */
  static void ensure() {
    if (ENSURED.get() || !ENSURED.compareAndSet(false, true)) {
      return;
    }
    boolean done = false;
    try {
      if (outlivesApplications(ExitHook.class.getClassLoader())) {
        register();
      }
      done = true;
    } finally {
      ENSURED.set(done);
    }
  }

  /** Tells whether a class loader is there as long as the JVM is. */
  static boolean outlivesApplications(@Nullable ClassLoader loader) {
    if (loader == null || LAUNCHERS.contains(loader.getClass().getName())) {
      return true;
    }
    for (ClassLoader one = ClassLoader.getSystemClassLoader(); one != null; one = one.getParent()) {
      if (one == loader) {
        return true;
      }
    }
    return false;
  }

  private static void register() {
    try {
      Runtime.getRuntime().addShutdownHook(Threads.daemon("mulligan-exit", ExitHook::run));
    } catch (IllegalStateException ending) {
      // The first failure comes while the JVM ends: nobody would wait for the end of its wait.
      boolean unused = isWanted() && Shutdown.begin(Duration.ZERO);
    } catch (RuntimeException | LinkageError e) {
      Log.warn("Calls that wait when the JVM ends will leave no letters", e);
    }
  }

  private static void run() {
    if (isWanted() && !Shutdown.begin(limit())) {
      Log.warn("The JVM ends while calls that waited have no letters: " + Shutdown.waiting());
    }
  }

  private static boolean isWanted() {
    return !limit().isZero();
  }

  /** Reads how long the end of the JVM may take; zero leaves all calls alone. */
  static Duration limit() {
    String configured = Config.of(null).get(SETTING);
    if (configured == null) {
      return DEFAULT;
    }
    try {
      Duration limit = Durations.parse(configured);
      if (!limit.isNegative()) {
        return limit;
      }
      Log.warn(SETTING + " = " + configured + ": must not be negative");
    } catch (IllegalArgumentException e) {
      Log.warn(SETTING + " = " + configured + ": " + e.getMessage());
    }
    return DEFAULT;
  }
}
