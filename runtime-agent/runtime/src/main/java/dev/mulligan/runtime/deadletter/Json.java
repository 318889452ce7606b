package dev.mulligan.runtime.deadletter;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.type.TypeFactory;

/**
 * How the arguments of one method become JSON and come back. The schema is the method's signature
 * alone: no class that a letter names is ever loaded. Depth and length are bounded both ways, while
 * writing and reading and not only afterwards. Thread-safe.
 *
 * <p>One a method, because a mapper remembers the classes it has seen, and must go when they go.
 */
final class Json {
  /** How many characters of an argument are kept. */
  static final int LONGEST = 256 * 1024;

  static final int DEEPEST = 100;

  /** For trees, which know no classes. Numbers keep all their digits. */
  private static final JsonMapper TREES =
      JsonMapper.builder(factory())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final boolean redacts;
  private final Introspector introspector;
  private volatile @Nullable JsonMapper mapper;
  private volatile @Nullable Json unredacted;

  /** Writes marks instead of secrets. */
  Json() {
    this(true);
  }

  private Json(boolean redacts) {
    this.redacts = redacts;
    this.introspector = new Introspector(redacts);
  }

  /** The same with secrets as they are: for what is encrypted, and for comparisons. */
  Json unredacted() {
    if (!redacts) {
      return this;
    }
    Json known = unredacted;
    if (known == null) {
      known = new Json(false);
      unredacted = known;
    }
    return known;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST)
                .maxNameLength(LONGEST)
                .maxDocumentLength(LONGEST)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  /**
   * Writes a value.
   *
   * @param type as what it is written; null for its own class
   * @param secrets where redacted values are noted
   * @throws RuntimeException if it cannot be written, see {@link NotKept#reason}
   */
  String write(@Nullable Object value, @Nullable Type type, Secrets secrets) {
    // Not writer().forType(type), under which elements are written as what they are.
    return write(
        type == null ? mapper().writer() : mapper().writerFor(mapper().constructType(type)),
        value,
        secrets);
  }

  /** Writes a value and its elements as what they are, whatever is declared of them. */
  String writeAsItIs(Object value, Type type, Secrets secrets) {
    boolean hasElements =
        value instanceof Iterable
            || value instanceof Map
            || value instanceof Object[]
            || value instanceof Optional;
    // The declared type tells only whether their types are to be told apart.
    return hasElements
        ? write(mapper().writer().forType(mapper().constructType(type)), value, secrets)
        : write(value, null, secrets);
  }

  private static String write(ObjectWriter writer, @Nullable Object value, Secrets secrets) {
    LimitedWriter text = new LimitedWriter(LONGEST);
    writer.withAttribute(Introspector.COLLECTOR, secrets).writeValue(text, value);
    return text.toString();
  }

  Object read(String json, Type type) {
    return mapper().readValue(json, mapper().constructType(type));
  }

  /** Tells whether a class that was written keeps something to itself, by an annotation. */
  boolean leavesOut() {
    return introspector.leavesOut();
  }

  /** Tells whether values of a class that was written are better not compared. */
  boolean asksTheNet() {
    return introspector.asksTheNet();
  }

  private JsonMapper mapper() {
    JsonMapper known = mapper;
    if (known == null) {
      known =
          JsonMapper.builder(factory())
              .typeFactory(TypeFactory.createDefaultInstance())
              .annotationIntrospector(introspector)
              .addModule(new ArgumentModule(redacts))
              .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
              .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
              .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
              .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
              .disable(DateTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID)
              .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
              .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
              .build();
      mapper = known;
    }
    return known;
  }

  static JsonNode tree(String json) {
    return TREES.readTree(json);
  }

  static JsonNode text(String value) {
    return StringNode.valueOf(value);
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
