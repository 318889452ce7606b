package dev.mulligan.runtime.admin.socket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests and answers as text. Only plain values pass, in both directions: a class is never named
 * by what is read, and never described by what is written.
 */
public final class Json {
  private static final int DEEPEST = 50;
  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  private Json() {}

  /**
   * Reads an object.
   *
   * @param text the text of one object
   * @return its entries: maps, lists, strings, numbers, booleans and null
   * @throws IllegalArgumentException if it is anything else
   */
  public static Map<String, @Nullable Object> read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || !node.isObject()) {
        throw new IllegalArgumentException("a request is a JSON object");
      }
      return object(node);
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException("no JSON: " + malformed.getOriginalMessage(), malformed);
    }
  }

  private static Map<String, @Nullable Object> object(JsonNode node) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    node.properties().forEach(entry -> entries.put(entry.getKey(), value(entry.getValue())));
    return entries;
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isObject()) {
      return object(node);
    }
    if (node.isArray()) {
      List<@Nullable Object> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return items;
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() ? null : node.asString();
  }

  /**
   * Writes a value in one line.
   *
   * @param value a map, list, string, number, boolean or null; anything else in it is written as
   *     its text
   * @return JSON without a line break
   */
  public static String write(@Nullable Object value) {
    return MAPPER.writeValueAsString(plain(value, 0));
  }

  private static @Nullable Object plain(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      return "…";
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      map.forEach((key, item) -> entries.put(String.valueOf(key), plain(item, depth + 1)));
      return entries;
    }
    if (value instanceof Iterable<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(plain(item, depth + 1)));
      return items;
    }
    boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
    return isPlain ? value : String.valueOf(value);
  }
}
