package dev.mulligan.runtime.letter;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.time.IsoTime;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Letters as JSON for people and stores: arguments stand as values, not as quoted text. Written by
 * hand, field by field, so that the format is what this class says and no class is ever named by
 * data. What a list needs comes first, so that a reader can stop before the arguments.
 */
public final class LetterJson {
  /** A letter with 255 arguments of 256 KiB would be longer; no letter of this size is of use. */
  private static final int LONGEST = 64 << 20;

  private static final int DEEPEST = 200;

  /** Numbers keep all their digits. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST)
                          .maxDocumentLength(LONGEST)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private LetterJson() {}

  /**
   * Writes a letter.
   *
   * @param letter the letter
   * @return one object, in one line
   */
  public static String write(Letter letter) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator out = MAPPER.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringProperty("op", "letter");
      writeHead(letter, out);
      writeBody(letter, out);
      out.writeEndObject();
    }
    return encodable(text.toString());
  }

  /** Half a surrogate pair has no bytes of its own; it stays what it is as an escape. */
  private static String encodable(String json) {
    int first = firstHalf(json);
    if (first == json.length()) {
      return json;
    }
    StringBuilder changed = new StringBuilder(json.length() + 16).append(json, 0, first);
    for (int i = first; i < json.length(); i++) {
      char c = json.charAt(i);
      changed.append(isHalf(json, i) ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
    return changed.toString();
  }

  private static int firstHalf(String text) {
    int i = 0;
    while (i < text.length() && !isHalf(text, i)) {
      i++;
    }
    return i;
  }

  private static boolean isHalf(String text, int i) {
    return Character.isSurrogate(text.charAt(i)) && !isPaired(text, i);
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static void writeHead(Letter letter, JsonGenerator out) {
    out.writeStringProperty("id", letter.id());
    out.writeStringProperty("call", letter.callId());
    out.writeStringProperty("queue", letter.queue());
    out.writeStringProperty("reason", letter.reason().name());
    out.writeStringProperty("type", letter.type().name());
    out.writeStringProperty("receiver", letter.receiver());
    out.writeStringProperty("method", letter.method());
    out.writeStringProperty("key", letter.key());
    out.writeStringProperty("identity", letter.identity());
    out.writeStringProperty("lastFailure", IsoTime.text(letter.lastFailure()));
    out.writeStringProperty("retainUntil", IsoTime.text(letter.retainUntil()));
    LetterStatus status = letter.status();
    if (!status.equals(LetterStatus.FRESH)) {
      out.writeName("status");
      write(status, out);
    }
  }

  private static void write(LetterStatus status, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("state", status.state().name());
    out.writeNumberProperty("count", status.count());
    out.writeNumberProperty("replays", status.replays());
    out.writeNumberProperty("token", status.token());
    if (status.owner() != null) {
      out.writeStringProperty("owner", status.owner());
    }
    if (status.leasedUntil() != null) {
      out.writeStringProperty("leasedUntil", IsoTime.text(status.leasedUntil()));
    }
    out.writeEndObject();
  }

  private static void writeBody(Letter letter, JsonGenerator out) {
    out.writeArrayPropertyStart("arguments");
    letter.arguments().forEach(argument -> write(argument, out));
    out.writeEndArray();
    out.writeStringProperty("failure", letter.failure());
    out.writeArrayPropertyStart("attempts");
    letter.attempts().forEach(attempt -> write(attempt, out));
    out.writeEndArray();
    out.writeStringProperty("firstFailure", IsoTime.text(letter.firstFailure()));
    LetterOrigin origin = letter.origin();
    out.writeStringProperty("thread", origin.thread());
    out.writeStringProperty("host", origin.host());
    out.writeStringProperty("version", origin.version());
    if (origin.trace() != null) {
      out.writeStringProperty("trace", origin.trace());
    }
    if (!origin.context().isEmpty()) {
      out.writeObjectPropertyStart("context");
      origin.context().forEach(out::writeStringProperty);
      out.writeEndObject();
    }
  }

  private static void write(LetterArgument argument, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("name", argument.name());
    out.writeStringProperty("type", argument.type());
    String json = argument.json();
    if (json == null) {
      out.writeStringProperty("note", argument.note());
      if (argument.sealed() != null) {
        out.writeStringProperty("sealed", argument.sealed());
      }
    } else {
      out.writeName("value");
      // What another program wrote may be spread over lines.
      out.writeRawValue(json.indexOf('\n') < 0 ? json : MAPPER.readTree(json).toString());
    }
    out.writeEndObject();
  }

  private static void write(LetterAttempt attempt, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("number", attempt.number());
    out.writeStringProperty("at", IsoTime.text(attempt.at()));
    out.writeStringProperty("waited", attempt.waited().toString());
    out.writeStringProperty("type", attempt.type().name());
    out.writeStringProperty("failure", attempt.failure());
    out.writeEndObject();
  }

  /**
   * Reads a letter.
   *
   * @param json what {@link #write} wrote; unknown fields are passed over
   * @return the letter
   * @throws IllegalArgumentException if it is not a letter, is nested deeper than 200 levels, or is
   *     longer than 64 MiB
   */
  public static Letter read(String json) {
    try {
      return read(MAPPER.readTree(json));
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException("no letter: " + malformed.getOriginalMessage(), malformed);
    } catch (RuntimeException unreadable) {
      throw new IllegalArgumentException("no letter: " + unreadable.getMessage(), unreadable);
    }
  }

  private static Letter read(JsonNode node) {
    List<LetterArgument> arguments = new ArrayList<>();
    node.path("arguments").forEach(one -> arguments.add(readArgument(one)));
    List<LetterAttempt> attempts = new ArrayList<>();
    node.path("attempts").forEach(one -> attempts.add(readAttempt(one)));
    return new Letter(
        text(node, "id"),
        text(node, "call"),
        text(node, "queue"),
        LetterReason.valueOf(text(node, "reason")),
        FailureType.valueOf(text(node, "type")),
        text(node, "receiver"),
        text(node, "method"),
        optionalText(node, "key"),
        text(node, "identity"),
        arguments,
        text(node, "failure"),
        attempts,
        Instant.parse(text(node, "firstFailure")),
        Instant.parse(text(node, "lastFailure")),
        Instant.parse(text(node, "retainUntil")),
        readOrigin(node),
        node.has("status") ? readStatus(node.path("status")) : LetterStatus.FRESH);
  }

  private static LetterOrigin readOrigin(JsonNode node) {
    Map<String, String> context = new HashMap<>();
    node.path("context")
        .properties()
        .forEach(entry -> context.put(entry.getKey(), entry.getValue().asString()));
    return new LetterOrigin(
        text(node, "thread"),
        text(node, "host"),
        text(node, "version"),
        optionalText(node, "trace"),
        context);
  }

  private static LetterStatus readStatus(JsonNode node) {
    String until = optionalText(node, "leasedUntil");
    return new LetterStatus(
        LetterState.valueOf(text(node, "state")),
        node.path("count").asInt(),
        node.path("replays").asInt(),
        node.path("token").asLong(),
        optionalText(node, "owner"),
        until == null ? null : Instant.parse(until));
  }

  private static LetterArgument readArgument(JsonNode node) {
    JsonNode value = node.get("value");
    return new LetterArgument(
        text(node, "name"),
        text(node, "type"),
        value == null ? null : value.toString(),
        value == null ? text(node, "note") : "",
        value == null ? optionalText(node, "sealed") : null);
  }

  private static LetterAttempt readAttempt(JsonNode node) {
    return new LetterAttempt(
        node.path("number").asInt(),
        Instant.parse(text(node, "at")),
        Duration.parse(text(node, "waited")),
        FailureType.valueOf(text(node, "type")),
        text(node, "failure"));
  }

  private static String text(JsonNode node, String field) {
    String text = optionalText(node, field);
    if (text == null) {
      throw new IllegalArgumentException("no field " + field);
    }
    return text;
  }

  private static @Nullable String optionalText(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asString();
  }
}
