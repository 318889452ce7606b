package dev.mulligan.runtime.config;

import dev.mulligan.runtime.log.Log;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Reads the text of a properties file. */
final class PropertiesText {
  private static final String RESOURCE = "mulligan.properties";

  private PropertiesText() {}

  /**
   * Reads text as UTF-8.
   *
   * @throws IOException if it is no UTF-8
   * @throws IllegalArgumentException if an escape is malformed
   */
  static Map<String, String> parse(byte[] text) throws IOException {
    Properties properties = new Properties();
    // A decoder rather than its name: by its name, malformed text is replaced in silence.
    try (Reader reader =
        new InputStreamReader(
            new ByteArrayInputStream(text), StandardCharsets.UTF_8.newDecoder())) {
      properties.load(reader);
    }
    Map<String, String> values = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return Map.copyOf(values);
  }

  static Map<String, String> onClassPath(ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
      return in == null ? Map.of() : parse(in.readAllBytes());
    } catch (IOException | RuntimeException e) {
      Log.warn("The configuration " + RESOURCE + " on the class path cannot be read", e);
      return Map.of();
    }
  }
}
