package dev.mulligan.runtime.letter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a lost call came from. Immutable.
 *
 * @param thread the name of the calling thread
 * @param host the name of the machine
 * @param version the version of the code that was called, as its jar's manifest states it, or empty
 * @param trace the trace that the call belonged to, or null if the logging context names none
 * @param context the logging context (MDC) of the calling thread, without secrets
 */
public record LetterOrigin(
    String thread,
    String host,
    String version,
    @Nullable String trace,
    Map<String, String> context) {

  /** Copies the map. */
  public LetterOrigin {
    context = Map.copyOf(context);
  }
}
