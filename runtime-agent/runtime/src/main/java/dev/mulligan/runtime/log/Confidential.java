package dev.mulligan.runtime.log;

import dev.mulligan.runtime.secret.SecretTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must not be in a line: the secrets of the call that is told of, and whatever looks like a
 * secret. Thread-safe.
 */
public final class Confidential {
  /** A line shows less; more of a message is not looked at. */
  private static final int MOST_SEARCHED = 8_192;

  private static final ThreadLocal<@Nullable List<String>> VALUES = new ThreadLocal<>();

  private Confidential() {}

  /**
   * Takes a step whose lines show none of some values.
   *
   * @param values the texts; those shorter than three characters would be found everywhere, and are
   *     passed over
   * @param step writes to the log, on this thread
   */
  public static void during(List<String> values, Runnable step) {
    if (values.isEmpty()) {
      step.run();
      return;
    }
    List<String> before = VALUES.get();
    VALUES.set(values);
    try {
      step.run();
    } finally {
      if (before == null) {
        VALUES.remove();
      } else {
        VALUES.set(before);
      }
    }
  }

  /** Hides secrets in a text that is shortened only afterwards. */
  static String hide(String text) {
    String shown = text.length() <= MOST_SEARCHED ? text : text.substring(0, MOST_SEARCHED);
    List<String> values = VALUES.get();
    if (values != null) {
      for (String value : values) {
        if (value.length() > 2 && shown.contains(value)) {
          shown = shown.replace(value, SecretTexts.MARK);
        }
      }
    }
    return SecretTexts.hide(shown, found -> {});
  }
}
