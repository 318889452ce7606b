package dev.mulligan.runtime.deadletter;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
