package dev.mulligan.runtime.config;

import dev.mulligan.runtime.log.Log;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values that all class loaders share, and what is known of them since they were last looked
 * at. Reading takes no lock. Thread-safe.
 */
final class Settings {
  private static final String FILE = "mulligan.config";

  private final Environment environment;
  private final Map<String, String> set = new ConcurrentHashMap<>();
  private final Set<String> watched = ConcurrentHashMap.newKeySet();
  private final Listeners listeners = new Listeners();
  private final ReentrantLock lock = new ReentrantLock();
  private final WatchedFile file = new WatchedFile(Log::warn);
  private volatile Map<String, String> inFile = Map.of();
  private volatile boolean loaded;
  private volatile @Nullable String loadedFrom;

  /** The effective values when they were last looked at; guarded by the lock. */
  private Map<String, String> last = new HashMap<>();

  Settings(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  Listeners listeners() {
    return listeners;
  }

  boolean hasFile() {
    return loadedFrom != null;
  }

  @Nullable String get(String key) {
    if (key.isEmpty()) {
      return null;
    }
    String value = set.get(key);
    if (value == null) {
      value = Outside.property(key);
    }
    if (value == null) {
      value = environment.get(key);
    }
    return value == null ? inFile.get(key) : value;
  }

  void set(String key, @Nullable String value) {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a key must not be blank");
    }
    load();
    if (value == null) {
      set.remove(key);
    } else {
      set.put(key, value);
    }
    refresh(Look.AT_VALUES);
  }

  /** Sets a value that follows from what holds now; nobody else sets the key meanwhile. */
  void update(String key, Supplier<String> value) {
    load();
    lock.lock();
    try {
      set.put(key, value.get());
    } finally {
      lock.unlock();
    }
    refresh(Look.AT_VALUES);
  }

  /** The keys that are set outside the class path and the environment. */
  Set<String> keys(String prefix) {
    Set<String> keys = new TreeSet<>(set.keySet());
    keys.addAll(Outside.propertyNames());
    keys.addAll(inFile.keySet());
    keys.removeIf(key -> !key.startsWith(prefix));
    return keys;
  }

  /** Has changes of a key seen, whatever it begins with. */
  void watch(String key) {
    if (!key.isEmpty() && watched.add(key)) {
      lock.lock();
      try {
        String value = get(key);
        if (value != null) {
          last.put(key, value);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Reads the file if that was never done, or if another one is named now. */
  void load() {
    String path = get(FILE);
    if (!loaded || !Objects.equals(path, loadedFrom)) {
      refresh(Look.NOW);
    }
    if (path != null) {
      Watch.start();
    }
  }

  /**
   * Looks what changed, and tells. The listeners are called without the lock, so of two changes at
   * the same moment the second may be told first; they read the current values in any case.
   */
  void refresh(Look look) {
    Map<String, Change> changes;
    lock.lock();
    try {
      String path = get(FILE);
      boolean sameFile = Objects.equals(path, loadedFrom);
      if (look != Look.AT_VALUES || !sameFile) {
        Map<String, String> before = inFile;
        inFile = file.look(path, look == Look.NOW);
        loadedFrom = path;
        if (look == Look.AT_FILE && sameFile && inFile.equals(before)) {
          return;
        }
      }
      changes = changes();
      if (!loaded) {
        changes.clear();
        loaded = true;
      }
    } finally {
      lock.unlock();
    }
    if (!changes.isEmpty()) {
      listeners.tell(changes);
      KnownKeys.reportChanged();
    }
  }

  private Map<String, Change> changes() {
    Set<String> keys = new HashSet<>(keys(Spelling.PREFIX));
    keys.addAll(set.keySet());
    keys.addAll(inFile.keySet());
    keys.addAll(watched);
    keys.addAll(last.keySet());
    Map<String, Change> changes = new TreeMap<>();
    Map<String, String> current = new HashMap<>();
    for (String key : keys) {
      String before = last.getOrDefault(key, environment.get(key));
      String after = get(key);
      if (after != null) {
        current.put(key, after);
      }
      if (!Objects.equals(before, after)) {
        changes.put(key, new Change(before, after));
      }
    }
    last = current;
    return changes;
  }

  /** How to treat the file. */
  enum Look {
    /** Not at all, unless another one is named now. */
    AT_VALUES,
    /** It is read if it has changed; if it has not, nothing else is looked at. */
    AT_FILE,
    /** It is read if it has changed. */
    AT_CHANGES,
    /** It is read whatever its time-stamp says, and taken as it is. */
    NOW
  }
}
