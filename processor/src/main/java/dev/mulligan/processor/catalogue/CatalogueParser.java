package dev.mulligan.processor.catalogue;

import dev.mulligan.processor.model.Catalogue;
import dev.mulligan.processor.model.CatalogueCall;
import dev.mulligan.processor.model.CatalogueParameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the catalogue that an earlier compilation left in the output folder. */
final class CatalogueParser {
  private CatalogueParser() {}

  /**
   * Reads a catalogue.
   *
   * @throws IOException if it is none, or of a format that is not known
   */
  static Catalogue parse(CharSequence text) throws IOException {
    try (JsonParser json =
        new JsonFactory().createParser(ObjectReadContext.empty(), text.toString())) {
      json.nextToken();
      return catalogue(object(value(json)));
    } catch (JacksonException | ClassCastException e) {
      throw new IOException("no catalogue of calls: " + e.getMessage(), e);
    }
  }

  private static Catalogue catalogue(Map<String, Object> root) throws IOException {
    Object format = root.get("format");
    if (!Integer.toString(CatalogueFormat.VERSION).equals(format)) {
      throw new IOException("a catalogue of calls of format " + format);
    }
    List<CatalogueCall> calls = new ArrayList<>();
    for (Object call : list(root.get("calls"))) {
      calls.add(call(object(call)));
    }
    SortedMap<String, SortedMap<String, String>> types = new TreeMap<>();
    object(root.get("types")).forEach((name, fields) -> types.put(name, texts(fields)));
    return new Catalogue(calls, types);
  }

  private static CatalogueCall call(Map<String, Object> call) throws IOException {
    Map<String, Map<String, String>> policies = new LinkedHashMap<>();
    object(call.get("policies")).forEach((name, values) -> policies.put(name, texts(values)));
    List<CatalogueParameter> parameters = new ArrayList<>();
    for (Object parameter : list(call.get("parameters"))) {
      parameters.add(parameter(object(parameter)));
    }
    return new CatalogueCall(
        text(call, "id"),
        text(call, "class"),
        text(call, "method"),
        parameters,
        text(call, "result"),
        text(call, "fingerprint"),
        policies);
  }

  private static CatalogueParameter parameter(Map<String, Object> parameter) throws IOException {
    return new CatalogueParameter(
        text(parameter, "name"),
        text(parameter, "type"),
        (String) parameter.get("key"),
        "true".equals(parameter.get("redacted")));
  }

  private static String text(Map<String, Object> object, String name) throws IOException {
    if (object.get(name) instanceof String text) {
      return text;
    }
    throw new IOException("a catalogue of calls without " + name);
  }

  private static SortedMap<String, String> texts(Object object) {
    SortedMap<String, String> texts = new TreeMap<>();
    object(object).forEach((name, value) -> texts.put(name, (String) value));
    return texts;
  }

  @SuppressWarnings("unchecked") // value() makes no other maps
  private static Map<String, Object> object(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }

  /** The value that the parser stands at; numbers and words as text. */
  private static Object value(JsonParser json) {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        object.put(name, value(json));
      }
      return object;
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(json));
      }
      return array;
    }
    return json.getText();
  }
}
