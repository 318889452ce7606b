package dev.mulligan.runtime.journal;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Letters as JSON for people: arguments stand as values, not as quoted text. Written by hand, field
 * by field, so that the format is what this class says and no class is ever named by data.
 */
final class LetterJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private LetterJson() {}

  static String write(Letter letter) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("op", "letter");
    node.put("id", letter.id());
    node.put("call", letter.callId());
    node.put("queue", letter.queue());
    node.put("reason", letter.reason().name());
    node.put("type", letter.type().name());
    node.put("receiver", letter.receiver());
    node.put("method", letter.method());
    node.put("key", letter.key());
    ArrayNode arguments = node.putArray("arguments");
    letter.arguments().forEach(argument -> write(argument, arguments.addObject()));
    node.put("failure", letter.failure());
    ArrayNode attempts = node.putArray("attempts");
    letter.attempts().forEach(attempt -> write(attempt, attempts.addObject()));
    node.put("firstFailure", letter.firstFailure().toString());
    node.put("lastFailure", letter.lastFailure().toString());
    node.put("retainUntil", letter.retainUntil().toString());
    node.put("thread", letter.thread());
    node.put("host", letter.host());
    return MAPPER.writeValueAsString(node);
  }

  private static void write(LetterArgument argument, ObjectNode node) {
    node.put("name", argument.name());
    node.put("type", argument.type());
    String json = argument.json();
    if (json != null) {
      node.set("value", MAPPER.readTree(json));
    } else {
      node.put("note", argument.note());
    }
  }

  private static void write(LetterAttempt attempt, ObjectNode node) {
    node.put("number", attempt.number());
    node.put("at", attempt.at().toString());
    node.put("waited", attempt.waited().toString());
    node.put("type", attempt.type().name());
    node.put("failure", attempt.failure());
  }

  static String write(StateChange change) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("op", "state");
    node.put("id", change.id());
    node.put("state", change.state().name());
    node.put("replays", change.replays());
    node.put("at", change.at().toString());
    return MAPPER.writeValueAsString(node);
  }

  static String header(String salt) {
    return MAPPER.writeValueAsString(
        MAPPER.createObjectNode().put("op", "journal").put("format", 1).put("salt", salt));
  }

  static JsonNode parse(byte[] json) {
    return MAPPER.readTree(json);
  }

  static StateChange readChange(JsonNode node) {
    return new StateChange(
        text(node, "id"),
        LetterState.valueOf(text(node, "state")),
        node.path("replays").asInt(0),
        Instant.parse(text(node, "at")));
  }

  static Letter readLetter(JsonNode node) {
    List<LetterArgument> arguments = new ArrayList<>();
    node.path("arguments").forEach(one -> arguments.add(readArgument(one)));
    List<LetterAttempt> attempts = new ArrayList<>();
    node.path("attempts").forEach(one -> attempts.add(readAttempt(one)));
    return new Letter(
        text(node, "id"),
        text(node, "call"),
        text(node, "queue"),
        LetterState.STORED,
        LetterReason.valueOf(text(node, "reason")),
        FailureType.valueOf(text(node, "type")),
        text(node, "receiver"),
        text(node, "method"),
        optionalText(node, "key"),
        arguments,
        text(node, "failure"),
        attempts,
        Instant.parse(text(node, "firstFailure")),
        Instant.parse(text(node, "lastFailure")),
        Instant.parse(text(node, "retainUntil")),
        text(node, "thread"),
        text(node, "host"),
        0);
  }

  private static LetterArgument readArgument(JsonNode node) {
    JsonNode value = node.get("value");
    return new LetterArgument(
        text(node, "name"),
        text(node, "type"),
        value == null ? null : value.toString(),
        value == null ? text(node, "note") : "");
  }

  private static LetterAttempt readAttempt(JsonNode node) {
    return new LetterAttempt(
        node.path("number").asInt(0),
        Instant.parse(text(node, "at")),
        Duration.parse(text(node, "waited")),
        FailureType.valueOf(text(node, "type")),
        text(node, "failure"));
  }

  static String text(JsonNode node, String field) {
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
