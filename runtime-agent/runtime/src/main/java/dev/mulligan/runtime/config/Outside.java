package dev.mulligan.runtime.config;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads environment and system properties with the rights of the runtime, whoever's call it is that
 * needs a value. What a security manager keeps from the runtime itself is not there.
 */
@SuppressWarnings("removal") // as long as there is a JDK that has a security manager
final class Outside {
  private Outside() {}

  static Map<String, String> environment() {
    try {
      return AccessController.doPrivileged((PrivilegedAction<Map<String, String>>) System::getenv);
    } catch (SecurityException hidden) {
      return Map.of();
    }
  }

  static @Nullable String property(String key) {
    if (System.getSecurityManager() == null) {
      return System.getProperty(key);
    }
    try {
      return AccessController.doPrivileged(
          (PrivilegedAction<@Nullable String>) () -> System.getProperty(key));
    } catch (SecurityException hidden) {
      return null;
    }
  }

  /** The names of all properties that are texts. */
  static Set<String> propertyNames() {
    return properties().stringPropertyNames();
  }

  static int propertyCount() {
    return properties().size();
  }

  private static Properties properties() {
    try {
      return AccessController.doPrivileged((PrivilegedAction<Properties>) System::getProperties);
    } catch (SecurityException hidden) {
      return new Properties();
    }
  }
}
