package dev.mulligan.agent.cli;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.LetterState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters a command is about. */
final class LetterOptions {
  @Option(
      names = "--state",
      paramLabel = "<state>",
      description = "${COMPLETION-CANDIDATES} (default: those that wait, STORED)")
  private @Nullable LetterState state;

  @Option(names = "--queue", paramLabel = "<queue>", description = "filed under this queue")
  private @Nullable String queue;

  @Option(
      names = "--type",
      paramLabel = "<type>",
      description = "type of the last failure: ${COMPLETION-CANDIDATES}")
  private @Nullable FailureType type;

  @Option(
      names = "--method",
      paramLabel = "<method>",
      description = "such as pay, Payments.pay or com.shop.Payments.pay")
  private @Nullable String method;

  @Option(names = "--key", paramLabel = "<key>", description = "value of the @Key parameter")
  private @Nullable String key;

  @Option(
      names = "--text",
      paramLabel = "<text>",
      description = "what occurs in the arguments, the failure or the key")
  private @Nullable String text;

  @Option(
      names = "--since",
      paramLabel = "<when>",
      converter = When.class,
      description = "failed then or later: so long ago, such as 2h, or 2030-01-31T12:00:00Z")
  private @Nullable Instant since;

  @Option(
      names = {"--until", "--older-than"},
      paramLabel = "<when>",
      converter = When.class,
      description = "failed before: so long ago, such as 7d, or 2030-01-31T12:00:00Z")
  private @Nullable Instant until;

  @Option(names = "--all", description = "every letter, unless other options say less")
  private boolean all;

  boolean isAll() {
    return all;
  }

  /** Tells whether any letter is left out. */
  boolean isEmpty() {
    return fields().isEmpty();
  }

  /** The options as fields of a request. */
  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    put(fields, "state", state);
    put(fields, "queue", queue);
    put(fields, "type", type);
    put(fields, "method", method);
    put(fields, "key", key);
    put(fields, "text", text);
    put(fields, "since", since);
    put(fields, "until", until);
    return fields;
  }

  /** The same, where those that wait are meant unless something else is said. */
  Map<String, @Nullable Object> fieldsOfWaiting() {
    Map<String, @Nullable Object> fields = fields();
    if (state == null && !all) {
      fields.put("state", LetterState.STORED.name());
    }
    return fields;
  }

  private static void put(
      Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
