package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.spool.MissingStore;
import dev.mulligan.runtime.spool.SpoolingStore;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Opens the store of dead letters: the journal, or the one on the class path with a spool before
 * it. What is wrong with that one costs no letter: all wait in the spool.
 */
final class Stores {
  private static final List<String> KEYS_OF_STORES =
      List.of("mulligan.store.url", "mulligan.store.kafka.bootstrap");

  private final ClassLoader loader;

  /**
   * Creates an opener.
   *
   * @param loader where to look for a store; one that an application brings along is in the loader
   *     of the runtime, because there are no letters without the runtime
   */
  Stores(ClassLoader loader) {
    this.loader = loader;
  }

  DeadLetterStore open() throws IOException {
    List<DeadLetterStore> found = new ArrayList<>();
    try {
      Iterator<DeadLetterStore> stores =
          ServiceLoader.load(DeadLetterStore.class, loader).iterator();
      while (stores.hasNext()) {
        found.add(stores.next());
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      // Something it needs is missing, for example its driver.
      Log.warn("The store of dead letters cannot be used; letters wait in the spool", e);
      found.add(new MissingStore(String.valueOf(e)));
    }
    if (found.isEmpty()) {
      warnOfKeysWithoutStore();
      return Journal.open(folder("journal"), JournalKeys.limits());
    }
    return spooling(one(found));
  }

  private static DeadLetterStore one(List<DeadLetterStore> found) {
    DeadLetterStore first = found.get(0);
    for (DeadLetterStore other : found.subList(1, found.size())) {
      Log.warn(
          "Two stores of dead letters are on the class path; "
              + first.getClass().getName()
              + " is used, "
              + other.getClass().getName()
              + " is not");
      try {
        other.close();
      } catch (IOException e) {
        Log.warn("A store of dead letters cannot be closed", e);
      }
    }
    return first;
  }

  private static DeadLetterStore spooling(DeadLetterStore store) {
    try {
      return new SpoolingStore(store, Journal.openSpool(folder("spool"), JournalKeys.limits()));
    } catch (IOException e) {
      Log.warn("Dead letters have no spool to wait in while their store is away", e);
      return store;
    }
  }

  private static void warnOfKeysWithoutStore() {
    for (String key : KEYS_OF_STORES) {
      if (Config.of(null).get(key) != null) {
        Log.warn(key + " is set, but no store of dead letters is on the class path");
      }
    }
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
