package dev.mulligan.runtime.deadletter;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/**
 * How the arguments of one method become JSON and come back. The schema is the method's signature
 * alone: no class that a letter names is ever loaded.
 *
 * <p>One a method, because a mapper remembers the classes it has seen, and must go when they go.
 */
final class Json {
  /** For trees, which know no classes. */
  private static final JsonMapper TREES = JsonMapper.shared();

  private volatile @Nullable JsonMapper mapper;

  String write(@Nullable Object value, List<String> secrets) {
    return mapper().writer().withAttribute(Redaction.COLLECTOR, secrets).writeValueAsString(value);
  }

  String write(@Nullable Object value, Type type, List<String> secrets) {
    return mapper()
        .writerFor(typeOf(type))
        .withAttribute(Redaction.COLLECTOR, secrets)
        .writeValueAsString(value);
  }

  Object read(String json, Type type) {
    return mapper().readValue(json, typeOf(type));
  }

  private JavaType typeOf(Type type) {
    return mapper().constructType(type);
  }

  private JsonMapper mapper() {
    JsonMapper known = mapper;
    if (known == null) {
      known =
          JsonMapper.builder()
              .typeFactory(TypeFactory.createDefaultInstance())
              .annotationIntrospector(new Redaction())
              .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
              .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
              .build();
      mapper = known;
    }
    return known;
  }

  static JsonNode tree(String json) {
    return TREES.readTree(json);
  }

  /** Tells whether two texts say the same, whatever the order in sets and objects is. */
  static boolean sameContent(String one, String other) {
    return one.equals(other) || sorted(tree(one)).equals(sorted(tree(other)));
  }

  /** Finds a property with a value in the one text that the other does not even name, or null. */
  static @Nullable String missing(String text, String other) {
    Set<String> names = new HashSet<>();
    collect(tree(other), "", true, names);
    Set<String> wanted = new TreeSet<>();
    collect(tree(text), "", false, wanted);
    wanted.removeAll(names);
    return wanted.isEmpty() ? null : wanted.iterator().next();
  }

  private static void collect(JsonNode node, String path, boolean nulls, Set<String> names) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (nulls || !field.getValue().isNull()) {
          names.add(path + "." + field.getKey());
          collect(field.getValue(), path + "." + field.getKey(), nulls, names);
        }
      }
    } else {
      node.forEach(element -> collect(element, path, nulls, names));
    }
  }

  private static String sorted(JsonNode node) {
    if (!node.isContainer()) {
      return node.toString();
    }
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      node.properties()
          .forEach(field -> parts.add(field.getKey() + ":" + sorted(field.getValue())));
    } else {
      node.forEach(element -> parts.add(sorted(element)));
    }
    parts.sort(null);
    return parts.toString();
  }
}
