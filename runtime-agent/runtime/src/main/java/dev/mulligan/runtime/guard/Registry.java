package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.breaker.Breakers;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.count.Counters;
import dev.mulligan.runtime.deadletter.DeadLetterOffice;
import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.spool.SpoolingStore;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;

/** What all guards of the JVM share. Thread-safe. */
public final class Registry {
  private static final Breakers BREAKERS = new Breakers();
  private static final Counters COUNTERS = new Counters();
  private static final DeadLetterOffice DEAD_LETTERS = new DeadLetterOffice(Registry::store);

  private Registry() {}

  /**
   * Gives the circuit breakers.
   *
   * @return the only instance
   */
  public static Breakers breakers() {
    return BREAKERS;
  }

  /**
   * Gives the dead letters.
   *
   * @return the only instance
   */
  public static DeadLetterOffice deadLetters() {
    return DEAD_LETTERS;
  }

  /**
   * Gives the counters of all guarded methods.
   *
   * @return the only instance
   */
  public static Counters counters() {
    return COUNTERS;
  }

  /** The agent says so by a property, because it must not load this class before {@code main}. */
  static boolean isAgentPresent() {
    return System.getProperty("mulligan.agent") != null;
  }

  private static DeadLetterStore store() throws IOException {
    Optional<DeadLetterStore> provided =
        ServiceLoader.load(DeadLetterStore.class, Registry.class.getClassLoader()).findFirst();
    return provided.isPresent()
        ? new SpoolingStore(provided.get(), Journal.open(folder("spool")))
        : Journal.open(folder("journal"));
  }

  private static Path folder(String name) throws IOException {
    String configured = Config.of(null).get("mulligan.dir");
    try {
      return Path.of(Objects.requireNonNullElse(configured, ".mulligan"), name);
    } catch (InvalidPathException e) {
      throw new IOException("mulligan.dir = " + configured + " is not a path", e);
    }
  }
}
