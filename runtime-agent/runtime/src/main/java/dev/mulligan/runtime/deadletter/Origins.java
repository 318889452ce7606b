package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.secret.SecretNames;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a lost call came from. Asked on a thread that has the caller's logging context. */
final class Origins {
  private static final int MOST_ENTRIES = 32;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_VALUE = 1_000;

  /** As tracers name the trace in the logging context; the first that has a value counts. */
  private static final List<String> TRACES =
      List.of(
          "trace_id",
          "traceId",
          "trace.id",
          "traceid",
          "X-B3-TraceId",
          "dd.trace_id",
          "AWS-XRAY-TRACE-ID",
          "traceparent");

  private Origins() {}

  /** The logging context of this thread; values that their names tell to be secrets are noted. */
  static Map<String, String> context(GuardedMethod method, Secrets secrets) {
    Map<String, String> logging = method.log().captureContext();
    if (logging == null || logging.isEmpty()) {
      return Map.of();
    }
    Map<String, String> context = bounded(logging);
    context.forEach(
        (name, value) -> {
          if (isSecret(name, value)) {
            secrets.found(value);
          } else {
            secrets.lookInto(value);
          }
        });
    return context;
  }

  static LetterOrigin of(
      GuardedMethod method, String thread, Map<String, String> context, Scrubber scrubber) {
    Map<String, String> shown = new LinkedHashMap<>();
    context.forEach(
        (name, value) ->
            shown.put(
                scrubber.scrub(name, LONGEST_NAME),
                isSecret(name, value) ? Redaction.MARK : scrubber.scrub(value, LONGEST_VALUE)));
    return new LetterOrigin(
        scrubber.scrub(thread, LONGEST_NAME),
        HostName.get(),
        version(method.declaring()),
        trace(shown),
        shown);
  }

  private static boolean isSecret(String name, String value) {
    return SecretNames.kind(name).hides(value.chars().allMatch(Character::isDigit), true);
  }

  /** Traces first, then by name, so that the same entries are kept each time. */
  private static Map<String, String> bounded(Map<String, String> logging) {
    List<String> names = new ArrayList<>();
    logging.keySet().stream().filter(Objects::nonNull).sorted().forEach(names::add);
    names.removeAll(TRACES);
    TRACES.stream().filter(logging::containsKey).forEach(trace -> names.add(0, trace));
    Map<String, String> context = new LinkedHashMap<>();
    for (String name : names) {
      String value = logging.get(name);
      if (value != null && context.size() < MOST_ENTRIES) {
        context.put(name, value);
      }
    }
    return context;
  }

  private static @Nullable String trace(Map<String, String> context) {
    for (String name : TRACES) {
      String value = context.get(name);
      if (value != null && !value.isBlank()) {
        // version-trace-span-flags
        String[] parts = name.equals("traceparent") ? value.split("-", 4) : new String[0];
        return parts.length == 4 ? parts[1] : value.strip();
      }
    }
    return null;
  }

  /** What the manifest of the class's jar says, else the descriptor of its module. */
  private static String version(Class<?> type) {
    String stated = type.getPackage().getImplementationVersion();
    if (stated != null) {
      return stated;
    }
    ModuleDescriptor module = type.getModule().getDescriptor();
    return module == null ? "" : module.rawVersion().orElse("");
  }
}
