package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.method.Parameter;
import dev.mulligan.runtime.secret.SecretNames;
import dev.mulligan.runtime.secret.SecretNames.Kind;
import dev.mulligan.runtime.secret.SecretTexts;
import dev.mulligan.runtime.secret.SecretTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of a document what is a secret by its name or by what it looks like. A value is
 * replaced where it stands, so that the letter shows that there was one, and is noted, so that it
 * can be taken out of messages.
 */
final class Redaction {
  static final String MARK = SecretTexts.MARK;

  /** Headers are often kept as pairs. */
  private static final List<String> PAIR_NAMES = List.of("name", "key", "header");

  private static final String PAIR_VALUE = "value";

  private Redaction() {}

  /** Tells whether an argument is a secret as a whole. */
  static boolean isSecret(Parameter parameter, @Nullable Object argument) {
    boolean declared =
        parameter.redacted()
            || (parameter.type() instanceof Class<?> type && SecretTypes.isSecret(type));
    if (declared || argument == null) {
      return declared;
    }
    Kind kind = SecretNames.kind(parameter.name());
    boolean counts = argument instanceof Number || argument instanceof Boolean;
    return kind.hides(counts, argument instanceof CharSequence)
        || SecretTypes.isSecret(argument.getClass());
  }

  /** Replaces the secrets of a document; gives the same instance if there are none. */
  static String hide(String json, Secrets secrets) {
    int before = secrets.count();
    JsonNode shown = shown(Json.tree(json), secrets);
    return secrets.count() == before ? json : shown.toString();
  }

  private static JsonNode shown(JsonNode node, Secrets secrets) {
    if (node instanceof ObjectNode object) {
      return shownObject(object, secrets);
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, shown(array.get(i), secrets));
      }
      return array;
    }
    if (!node.isString()) {
      return node;
    }
    String text = node.asString();
    String shown = SecretTexts.hide(text, secrets::found);
    return shown.equals(text) ? node : Json.text(shown);
  }

  private static JsonNode shownObject(ObjectNode object, Secrets secrets) {
    String pair = pairName(object);
    ObjectNode shown = object.objectNode();
    object
        .properties()
        .forEach(
            field -> {
              String name = SecretTexts.hide(field.getKey(), secrets::found);
              String judged = pair != null && name.equals(PAIR_VALUE) ? pair : name;
              shown.set(name, shownField(judged, field.getValue(), secrets));
            });
    return shown;
  }

  private static @Nullable String pairName(ObjectNode object) {
    if (object.has(PAIR_VALUE)) {
      for (String name : PAIR_NAMES) {
        if (object.path(name).isString()) {
          return object.path(name).asString();
        }
      }
    }
    return null;
  }

  private static JsonNode shownField(String name, JsonNode value, Secrets secrets) {
    Kind kind = SecretNames.kind(name);
    boolean counts = value.isNumber() || value.isBoolean();
    if (!kind.hides(counts, value.isString()) || value.isNull()) {
      return shown(value, secrets);
    }
    if (!(value.isString() && value.asString().equals(MARK))) {
      secrets.found(value);
    }
    return Json.text(MARK);
  }
}
