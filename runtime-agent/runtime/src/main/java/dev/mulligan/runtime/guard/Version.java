package dev.mulligan.runtime.guard;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;

/** Which release this is. */
final class Version {
  private static final String BUILT =
      "/META-INF/maven/dev.mulligan/mulligan-runtime/pom.properties";

  private Version() {}

  /** As the jar tells: the agent's by its manifest, the runtime's own by its build. */
  static String text() {
    String release = Version.class.getPackage().getImplementationVersion();
    return release != null ? release : built();
  }

  private static String built() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(BUILT)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException unreadable) {
      // As if it were not there.
    }
    return Objects.requireNonNullElse(properties.getProperty("version"), "unknown");
  }
}
