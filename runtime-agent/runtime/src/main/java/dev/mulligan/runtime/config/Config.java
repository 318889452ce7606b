package dev.mulligan.runtime.config;

import dev.mulligan.runtime.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values from outside: system property, then environment, then the file named by {@code
 * mulligan.config}, then {@code mulligan.properties} on the class path. Thread-safe.
 */
public final class Config {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

  private final Properties file;

  private Config(Properties file) {
    this.file = file;
  }

  /**
   * Reads the configuration as it is seen by a class.
   *
   * @param loader where {@code mulligan.properties} is looked up, or null for the system loader
   * @return the configuration
   */
  public static Config of(@Nullable ClassLoader loader) {
    Properties values = new Properties();
    read(values, () -> resource(loader), "mulligan.properties");
    String path = System.getProperty("mulligan.config", System.getenv("MULLIGAN_CONFIG"));
    if (path != null) {
      read(values, () -> Files.newInputStream(Path.of(path)), path);
    }
    return new Config(values);
  }

  /**
   * Reads one value.
   *
   * @param key the key, such as {@code mulligan.dir}; in the environment {@code MULLIGAN_DIR}
   * @return the value, or null if it is set nowhere
   */
  public @Nullable String get(String key) {
    String property = System.getProperty(key);
    if (property != null) {
      return property;
    }
    String variable = System.getenv(key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
    return variable != null ? variable : file.getProperty(key);
  }

  /**
   * Replaces each {@code ${key:default}} by the key's value.
   *
   * @param text the text
   * @return the text with values; a key that is set nowhere and has no default stays as it is
   */
  public String resolve(String text) {
    return text.contains("${") ? resolve(text, this::get) : text;
  }

  /**
   * Replaces each {@code ${key:default}} by its default.
   *
   * @param text the text
   * @return the text as it is without any configuration; keys without a default stay
   */
  public static String defaults(String text) {
    return resolve(text, key -> null);
  }

  private static String resolve(String text, Lookup lookup) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      String value = lookup.find(matcher.group(1).strip());
      if (value == null) {
        value = matcher.group(2) == null ? matcher.group() : matcher.group(2);
      }
      matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(resolved).toString();
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
    String prefix =
        "mulligan."
            + policy
            + "."
            + annotation.substring(0, 1).toLowerCase(Locale.ROOT)
            + annotation.substring(1)
            + ".";
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
   * @return the keys of system properties and files, sorted
   */
  public Set<String> keys(String prefix) {
    Set<String> keys = new TreeSet<>(file.stringPropertyNames());
    keys.addAll(System.getProperties().stringPropertyNames());
    keys.removeIf(key -> !key.startsWith(prefix));
    return keys;
  }

  private static void read(Properties into, Source source, String name) {
    try (InputStream in = source.open()) {
      if (in != null) {
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
          into.load(reader);
        }
      }
    } catch (IOException | RuntimeException e) {
      Log.warn("The configuration " + name + " cannot be read: " + e);
    }
  }

  private static @Nullable InputStream resource(@Nullable ClassLoader loader) {
    return loader == null
        ? ClassLoader.getSystemResourceAsStream("mulligan.properties")
        : loader.getResourceAsStream("mulligan.properties");
  }

  @FunctionalInterface
  private interface Source {
    @Nullable InputStream open() throws IOException;
  }

  @FunctionalInterface
  private interface Lookup {
    @Nullable String find(String key);
  }
}
