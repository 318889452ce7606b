package dev.mulligan.runtime.journal;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.journal.Record.Again;
import dev.mulligan.runtime.journal.Record.Call;
import dev.mulligan.runtime.journal.Record.Change;
import dev.mulligan.runtime.journal.Record.Cut;
import dev.mulligan.runtime.journal.Record.Gone;
import dev.mulligan.runtime.journal.Record.Head;
import dev.mulligan.runtime.journal.Record.Header;
import dev.mulligan.runtime.journal.Record.Totals;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.time.IsoTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of the lines. Not thread-safe. */
final class Records {
  private static final int FORMAT = 3;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Map<String, Call> calls = new HashMap<>();
  private final HeadScanner scanner = new HeadScanner(calls);

  static String write(Header header) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("op", "journal").put("format", FORMAT).put("salt", header.salt());
    if (!header.replaces().isEmpty()) {
      ArrayNode replaces = node.putArray("replaces");
      header.replaces().forEach(replaces::add);
    }
    if (!header.cuts().isEmpty()) {
      ArrayNode cuts = node.putArray("cuts");
      header
          .cuts()
          .forEach(cut -> cuts.addObject().put("segment", cut.segment()).put("at", cut.at()));
    }
    return node.toString();
  }

  static String writeAgain(String into, int times, String letterJson) {
    return "{\"op\":\"again\",\"into\":\""
        + into
        + "\",\"times\":"
        + times
        + ",\"letter\":"
        + letterJson
        + "}";
  }

  static String write(Change change, Instant at) {
    LetterStatus status = change.status();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("op", "change")
        .put("id", change.id())
        .put("number", change.number())
        .put("covered", change.covered())
        .put("state", status.state().name())
        .put("replays", status.replays())
        .put("token", status.token());
    if (status.owner() != null) {
      node.put("owner", status.owner());
    }
    if (status.leasedUntil() != null) {
      node.put("leasedUntil", status.leasedUntil().toString());
    }
    return node.put("at", at.toString()).toString();
  }

  static String write(Gone gone) {
    return MAPPER
        .createObjectNode()
        .put("op", "gone")
        .put("id", gone.id())
        .put("count", gone.count())
        .put("at", gone.at())
        .toString();
  }

  static String write(Totals totals) {
    return MAPPER
        .createObjectNode()
        .put("op", "totals")
        .put("joined", totals.joined())
        .put("removed", totals.removed())
        .toString();
  }

  /**
   * Reads a record.
   *
   * @throws RuntimeException if it is none
   */
  Record read(byte[] bytes, int offset, int length) {
    Head usual = scanner.scan(bytes, offset, length);
    return usual != null ? usual : parse(bytes, offset, length);
  }

  private Record parse(byte[] bytes, int offset, int length) {
    try (JsonParser in = MAPPER.createParser(bytes, offset, length)) {
      expect(in.nextToken() == JsonToken.START_OBJECT && "op".equals(in.nextName()));
      String op = in.nextStringValue();
      if (op == null) {
        throw new IllegalArgumentException("no operation");
      }
      return switch (op) {
        case "letter" -> head(in);
        case "again" -> again(in);
        default -> other(op, MAPPER.readTree(bytes, offset, length));
      };
    }
  }

  /** Reads the whole letter of a {@link Head}, or of an {@link Again}. */
  static Letter readLetter(String json) {
    if (json.startsWith("{\"op\":\"again\"")) {
      return LetterJson.read(letterOf(json));
    }
    return LetterJson.read(json);
  }

  /** Cuts the letter out of the text of an {@link Again}. */
  static String letterOf(String again) {
    String field = ",\"letter\":";
    return again.substring(again.indexOf(field) + field.length(), again.length() - 1);
  }

  private Again again(JsonParser in) {
    expect("into".equals(in.nextName()));
    String into = in.nextStringValue();
    expect(into != null && "times".equals(in.nextName()));
    int times = in.nextIntValue(1);
    expect("letter".equals(in.nextName()) && in.nextToken() == JsonToken.START_OBJECT);
    expect("op".equals(in.nextName()) && "letter".equals(in.nextStringValue()));
    return new Again(text(into), times, head(in));
  }

  /** Reads up to what is not needed in a list. The order is that of {@link LetterJson}. */
  private Head head(JsonParser in) {
    String id = text(in, "id");
    String call = text(in, "call");
    String queue = text(in, "queue");
    LetterReason reason = LetterReason.valueOf(text(in, "reason"));
    FailureType type = FailureType.valueOf(text(in, "type"));
    String receiver = text(in, "receiver");
    String method = text(in, "method");
    expect("key".equals(in.nextName()));
    String key = in.nextStringValue();
    String identity = text(in, "identity");
    long lastFailure = IsoTime.millis(text(in, "lastFailure"));
    long retainUntil = IsoTime.millis(text(in, "retainUntil"));
    return new Head(
        id,
        new Call(call, receiver, method),
        queue,
        reason,
        type,
        key,
        identity,
        lastFailure,
        retainUntil,
        "status".equals(in.nextName()) ? status(in) : LetterStatus.FRESH);
  }

  private static LetterStatus status(JsonParser in) {
    in.nextToken();
    JsonNode node = in.readValueAsTree();
    return status(node, node.path("count").asInt(1));
  }

  private static LetterStatus status(JsonNode node, int count) {
    String until = optional(node, "leasedUntil");
    return new LetterStatus(
        LetterState.valueOf(required(node, "state")),
        count,
        node.path("replays").asInt(),
        node.path("token").asLong(),
        optional(node, "owner"),
        until == null ? null : Instant.parse(until));
  }

  private static Record other(String op, JsonNode node) {
    return switch (op) {
      case "journal" -> header(node);
      case "change" ->
          new Change(
              required(node, "id"),
              node.path("number").asInt(),
              node.path("covered").asInt(),
              status(node, node.path("covered").asInt()));
      case "gone" ->
          new Gone(required(node, "id"), node.path("count").asInt(), node.path("at").asLong());
      case "totals" -> new Totals(node.path("joined").asLong(), node.path("removed").asLong());
      default -> throw new IllegalArgumentException("unknown operation " + op);
    };
  }

  private static Header header(JsonNode node) {
    List<String> replaces = new ArrayList<>();
    node.path("replaces").forEach(name -> replaces.add(name.asString()));
    List<Cut> cuts = new ArrayList<>();
    node.path("cuts")
        .forEach(cut -> cuts.add(new Cut(required(cut, "segment"), cut.path("at").asLong())));
    if (node.path("format").asInt() != FORMAT) {
      throw new IllegalArgumentException("of another version");
    }
    return new Header(required(node, "salt"), replaces, cuts);
  }

  private static String text(JsonParser in, String name) {
    expect(name.equals(in.nextName()));
    return text(in.nextStringValue());
  }

  private static String text(@Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException("a text is missing");
    }
    return value;
  }

  private static String required(JsonNode node, String field) {
    return text(optional(node, field));
  }

  private static @Nullable String optional(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asString();
  }

  private static void expect(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not a record");
    }
  }
}
