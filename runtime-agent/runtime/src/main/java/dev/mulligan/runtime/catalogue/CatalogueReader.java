package dev.mulligan.runtime.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the catalogue of a jar. Field by field, so that no class is ever named by data; members
 * that are not known are left out, and whatever else is wrong is an {@link IOException}.
 */
public final class CatalogueReader {
  /** Where a jar has its catalogue. */
  public static final String PLACE = "META-INF/mulligan/calls.json";

  private static final int FORMAT = 1;
  private static final int LARGEST = 16 * 1024 * 1024;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private CatalogueReader() {}

  /**
   * Reads a catalogue.
   *
   * @param in where it is read from; stays open
   * @return the catalogue
   * @throws IOException if it cannot be read, or is none; its message is for people
   */
  public static Catalogue read(InputStream in) throws IOException {
    return read(in.readNBytes(LARGEST + 1));
  }

  /**
   * Reads a catalogue.
   *
   * @param json the file
   * @return the catalogue
   * @throws IOException if it is none; its message is for people
   */
  public static Catalogue read(byte[] json) throws IOException {
    if (json.length > LARGEST) {
      throw wrong("it is larger than " + LARGEST + " bytes");
    }
    JsonNode root = parse(json);
    checkFormat(root.path("format"));
    List<CatalogueCall> calls = new ArrayList<>();
    for (JsonNode call : list(root, "calls")) {
      calls.add(call(call));
    }
    Map<String, Map<String, String>> types = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> type : object(root, "types").properties()) {
      types.put(type.getKey(), texts(type.getValue(), type.getKey()));
    }
    return new Catalogue(calls, types);
  }

  private static JsonNode parse(byte[] json) throws IOException {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new IOException("the catalogue of calls is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void checkFormat(JsonNode format) throws IOException {
    if (!format.isIntegralNumber() || !format.canConvertToInt() || format.asInt() < 1) {
      throw wrong("it does not tell its format");
    }
    if (format.asInt() > FORMAT) {
      throw wrong(
          "it is of format "
              + format.asInt()
              + ", and this version of Mulligan reads up to "
              + FORMAT
              + "; use a newer one");
    }
  }

  private static CatalogueCall call(JsonNode node) throws IOException {
    List<CatalogueParameter> parameters = new ArrayList<>();
    for (JsonNode parameter : list(node, "parameters")) {
      parameters.add(
          new CatalogueParameter(
              text(parameter, "name"),
              text(parameter, "type"),
              parameter.path("redacted").asBoolean(false)));
    }
    Map<String, Map<String, String>> policies = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> policy : object(node, "policies").properties()) {
      policies.put(policy.getKey(), texts(policy.getValue(), policy.getKey()));
    }
    return new CatalogueCall(
        text(node, "id"),
        text(node, "class"),
        text(node, "method"),
        parameters,
        text(node, "result"),
        text(node, "fingerprint"),
        policies);
  }

  private static JsonNode list(JsonNode node, String member) throws IOException {
    JsonNode list = node.path(member);
    if (!list.isArray()) {
      throw wrong("its " + member + " are not a list");
    }
    return list;
  }

  private static JsonNode object(JsonNode node, String member) throws IOException {
    JsonNode object = node.path(member);
    if (!object.isObject()) {
      throw wrong("its " + member + " are not an object");
    }
    return object;
  }

  private static Map<String, String> texts(JsonNode object, String name) throws IOException {
    if (!object.isObject()) {
      throw wrong("its " + name + " is not an object");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (String member : object.propertyNames()) {
      texts.put(member, text(object, member));
    }
    return texts;
  }

  private static String text(JsonNode node, String member) throws IOException {
    JsonNode text = node.path(member);
    if (!text.isString()) {
      throw wrong("a " + member + " is not a text");
    }
    return text.stringValue();
  }

  private static IOException wrong(String what) {
    return new IOException("the catalogue of calls cannot be used: " + what);
  }
}
