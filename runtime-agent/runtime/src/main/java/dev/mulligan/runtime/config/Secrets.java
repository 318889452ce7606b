package dev.mulligan.runtime.config;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hides the values of keys that look like secrets. */
final class Secrets {
  private static final String HIDDEN = "***";
  private static final List<String> NAMES =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "credential",
          "authorization",
          "apikey",
          "privatekey");

  private Secrets() {}

  static @Nullable String shown(String key, @Nullable String value) {
    return value == null || !isSecret(key) ? value : HIDDEN;
  }

  private static boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    // Without separators, so that api-key and api_key are found too.
    String letters = lower.replaceAll("[^a-z0-9]", "");
    return lower.endsWith("key") || NAMES.stream().anyMatch(letters::contains);
  }
}
