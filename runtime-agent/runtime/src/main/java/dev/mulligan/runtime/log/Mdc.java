package dev.mulligan.runtime.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The logging context of slf4j (MDC); empty where there is no slf4j. Never throws. */
public final class Mdc {
  private Mdc() {}

  /**
   * Copies the context of this thread.
   *
   * @return the context, or null if there is none
   */
  public static @Nullable Map<String, String> capture() {
    try {
      return MDC.getCopyOfContextMap();
    } catch (RuntimeException | LinkageError absent) {
      return null;
    }
  }

  /**
   * Replaces the context of this thread.
   *
   * @param context the context, or null for none
   */
  public static void restore(@Nullable Map<String, String> context) {
    try {
      if (context == null) {
        MDC.clear();
      } else {
        MDC.setContextMap(context);
      }
    } catch (RuntimeException | LinkageError absent) {
      // Then there is no context to restore.
    }
  }
}
