package dev.mulligan.runtime.deadletter;

import dev.mulligan.annotations.Redact;
import java.security.Key;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides which values never leave the process: by {@link Redact}, by type, and by name, also the
 * names in a map. A value is replaced where it stands, so that the letter shows that there was one,
 * and is remembered, so that it can be taken out of messages.
 */
final class Redaction extends JacksonAnnotationIntrospector {
  static final String MARK = "[redacted]";

  /** The attribute of a writer that holds the list of secrets. */
  static final Object COLLECTOR = "mulligan.secrets";

  private static final long serialVersionUID = 1L;
  private static final List<String> SECRET_NAMES =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "authorization",
          "credential",
          "apikey",
          "privatekey",
          "accesskey");

  static boolean isSecretName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return SECRET_NAMES.stream().anyMatch(plain::contains);
  }

  static boolean isSecretType(Class<?> type) {
    return type == char[].class
        || Key.class.isAssignableFrom(type)
        || type.isAnnotationPresent(Redact.class);
  }

  static String text(Object secret) {
    return secret instanceof char[] characters ? new String(characters) : Texts.render(secret);
  }

  /** Replaces the values of fields with secret names. */
  static String byName(String json, List<String> secrets) {
    JsonNode tree = Json.tree(json);
    int before = secrets.size();
    redact(tree, secrets);
    return secrets.size() == before ? json : tree.toString();
  }

  private static void redact(JsonNode node, List<String> secrets) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.get(name);
        if (isSecretName(name) && !value.isNull()) {
          if (!MARK.equals(value.asString(""))) {
            secrets.add(value.isValueNode() ? value.asString() : value.toString());
          }
          object.put(name, MARK);
        }
      }
    }
    node.forEach(child -> redact(child, secrets));
  }

  @Override
  public Object findSerializer(MapperConfig<?> config, Annotated annotated) {
    boolean secret = annotated.hasAnnotation(Redact.class) || isSecretType(annotated.getRawType());
    return secret ? RedactingSerializer.class : super.findSerializer(config, annotated);
  }

  /** Writes the mark instead of any value. */
  static final class RedactingSerializer extends ValueSerializer<Object> {
    @Override
    @SuppressWarnings("unchecked") // only ArgumentWriter sets the attribute
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      Object collector = context.getAttribute(COLLECTOR);
      if (collector != null) {
        ((List<String>) collector).add(text(value));
      }
      out.writeString(MARK);
    }
  }
}
