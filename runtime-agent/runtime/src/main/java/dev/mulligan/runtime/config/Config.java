package dev.mulligan.runtime.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values from outside, as they are now: what the program itself has set, then system property, then
 * environment, then the file named by {@code mulligan.config}, then {@code mulligan.properties} on
 * the class path.
 *
 * <p>The file is watched: a change is seen within a tenth of a second. One of a system property
 * that begins with {@code mulligan.} or stands in a placeholder is seen within about half a second.
 * The class path is read once a class loader, and the environment never changes. Thread-safe.
 */
public final class Config {
  private static final Map<ClassLoader, Config> VIEWS = new WeakHashMap<>();

  private final Settings settings;

  /** Never the loader itself: a view must not keep the key of its own entry alive. */
  private final Map<String, String> classPath;

  Config(Settings settings, Map<String, String> classPath) {
    this.settings = settings;
    this.classPath = classPath;
  }

  /** Hears that values have changed. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Is told after a change, when the new values can be read. Called on the thread that made the
     * change, or on the one that watches the file, so it should be quick; what it throws is logged
     * and keeps no other listener from being told.
     *
     * @param keys the keys whose values have changed
     */
    void changed(Set<String> keys);
  }

  /**
   * Gives the configuration as it is seen by a class.
   *
   * @param loader where {@code mulligan.properties} is looked up, or null for the system loader; it
   *     is not kept alive
   * @return a live view: it always answers from the current values
   */
  public static Config of(@Nullable ClassLoader loader) {
    ClassLoader key = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    shared().load();
    synchronized (VIEWS) {
      Config known = VIEWS.get(key);
      if (known != null) {
        return known;
      }
    }
    // Outside the lock, because a class loader may take locks of its own.
    Config made = new Config(shared(), PropertiesText.onClassPath(key));
    synchronized (VIEWS) {
      Config earlier = VIEWS.putIfAbsent(key, made);
      if (earlier != null) {
        return earlier;
      }
    }
    if (!made.classPath.isEmpty()) {
      KnownKeys.keysAdded();
    }
    return made;
  }

  /**
   * Sets a value from within the program, stronger than all others. Listeners are told before this
   * returns.
   *
   * @param key the key, such as {@code mulligan.pay.retry.maxAttempts}
   * @param value the value, or null to take it back, so that the other sources count again
   * @throws IllegalArgumentException if the key is blank
   */
  public static void set(String key, @Nullable String value) {
    shared().set(key, value);
  }

  /**
   * Changes a value from within the program, as {@link #set} does, starting from the one that holds
   * now. Two changes of one key at the same moment follow one another.
   *
   * @param key the key
   * @param change takes the value, or null if there is none, and gives the new one; it does nothing
   *     else
   */
  public static void update(String key, Function<@Nullable String, String> change) {
    Config view = of(null);
    shared().update(key, () -> change.apply(view.get(key)));
  }

  /** Reads the file and the system properties now; listeners are told before this returns. */
  public static void reload() {
    shared().refresh(Settings.Look.NOW);
  }

  /**
   * Listens to changes. From the first listener on, a daemon thread looks for them.
   *
   * @param listener held weakly: the caller keeps it reachable as long as it is wanted
   */
  public static void onChange(Listener listener) {
    shared().load();
    shared().listeners().add(listener);
    Watch.start();
  }

  /**
   * Ends the listening.
   *
   * @param listener the listener; unknown ones are ignored
   */
  public static void removeListener(Listener listener) {
    shared().listeners().remove(listener);
  }

  /**
   * Reads one value.
   *
   * @param key the key, such as {@code mulligan.dir}; in the environment {@code MULLIGAN_DIR}
   * @return the value, or null if it is set nowhere
   */
  public @Nullable String get(String key) {
    String value = settings.get(key);
    return value != null ? value : classPath.get(key);
  }

  /**
   * Replaces each {@code ${key:default}} by the key's value. The keys are watched from then on.
   *
   * @param text the text
   * @return the text with values; a key that is set nowhere and has no default stays as it is
   */
  public String resolve(String text) {
    return Placeholders.resolve(
        text,
        key -> {
          settings.watch(key);
          return get(key);
        });
  }

  /**
   * Replaces each {@code ${key:default}} by its default.
   *
   * @param text the text
   * @return the text as it is without any configuration; keys without a default stay
   */
  public static String defaults(String text) {
    return Placeholders.resolve(text, key -> null);
  }

  /**
   * Reads the values that override one annotation, such as {@code mulligan.pay.retry.maxAttempts}.
   *
   * @param policy the policy's name
   * @param annotation the simple name of the annotation
   * @param attributes the attributes that it has
   * @return the values that are set
   */
  public Map<String, String> overrides(String policy, String annotation, Set<String> attributes) {
    String prefix = Spelling.PREFIX + policy + "." + inKey(annotation) + ".";
    Map<String, String> values = new LinkedHashMap<>();
    for (String attribute : attributes) {
      String value = get(prefix + attribute);
      if (value != null) {
        values.put(attribute, value);
      }
    }
    return values;
  }

  /**
   * Lists the keys that begin with a prefix. Those of the environment are left out: they cannot be
   * told from other variables.
   *
   * @param prefix the prefix
   * @return the keys of set values, system properties and files, sorted
   */
  public Set<String> keys(String prefix) {
    Set<String> keys = new TreeSet<>(settings.keys(prefix));
    classPath.keySet().stream().filter(key -> key.startsWith(prefix)).forEach(keys::add);
    return keys;
  }

  /** The keys of all views. */
  static Set<String> allKeys(String prefix) {
    Set<String> keys = new TreeSet<>(shared().keys(prefix));
    synchronized (VIEWS) {
      for (Config view : VIEWS.values()) {
        view.classPath.keySet().stream().filter(key -> key.startsWith(prefix)).forEach(keys::add);
      }
    }
    return keys;
  }

  /** Looks whether anything changed, without reading a file that did not. */
  static void look() {
    shared().refresh(Settings.Look.AT_CHANGES);
  }

  /** The same, but for the file alone. */
  static void lookAtFile() {
    shared().refresh(Settings.Look.AT_FILE);
  }

  static boolean hasFile() {
    return shared().hasFile();
  }

  /** Reads a value outside the class path, which belongs to nobody. */
  static @Nullable String ofAll(String key) {
    return shared().get(key);
  }

  /** The simple name of an annotation as it stands in keys. */
  static String inKey(String annotation) {
    return annotation.substring(0, 1).toLowerCase(Locale.ROOT) + annotation.substring(1);
  }

  private static Settings shared() {
    return Shared.SETTINGS;
  }

  /** Made at its first use: {@link #defaults} is called while classes load, and must do little. */
  private static final class Shared {
    private static final Settings SETTINGS = new Settings(Outside.environment());
  }
}
