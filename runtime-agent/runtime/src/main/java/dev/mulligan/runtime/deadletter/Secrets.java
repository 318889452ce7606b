package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.secret.SecretTexts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The secrets that were found in one call, as text, so that they can be taken out of messages too.
 * Bounded. Not thread-safe.
 */
final class Secrets {
  private static final int MOST = 1_000;
  private static final int MOST_SEARCHED = 64 * 1024;
  private static final int SHORTEST = 6;

  private final Json json;
  private final Set<String> texts = new LinkedHashSet<>();
  private int count;

  /**
   * Starts without any.
   *
   * @param json writes the parts of secret objects
   */
  Secrets(Json json) {
    this.json = json.unredacted();
  }

  /** Notes a secret object: its text, and that of all its parts. */
  void found(@Nullable Object secret) {
    count++;
    if (secret instanceof char[] characters) {
      add(String.valueOf(characters));
    } else if (secret instanceof CharSequence || secret instanceof Number) {
      add(Texts.render(secret));
    } else if (secret != null) {
      addParts(secret);
    }
  }

  /** Notes a secret text. */
  void found(String secret) {
    count++;
    add(secret);
  }

  /**
   * Looks for secrets in a text that is not kept as it is. Short ones are left out: what is hidden
   * where it stands need not be hidden everywhere.
   */
  void lookInto(String text) {
    String part = text.length() <= MOST_SEARCHED ? text : text.substring(0, MOST_SEARCHED);
    String unused =
        SecretTexts.hide(
            part,
            found -> {
              if (found.length() >= SHORTEST) {
                add(found);
              }
            });
  }

  /** Notes a secret part of a document. */
  void found(JsonNode secret) {
    count++;
    addLeaves(secret);
  }

  private void addParts(Object secret) {
    try {
      addLeaves(Json.tree(json.write(secret, null, this)));
    } catch (Throwable unreadable) {
      if (NotKept.reason(unreadable) != null) {
        // Too much of it: its own text might be without an end as well.
        return;
      }
    }
    add(Texts.render(secret));
  }

  private void addLeaves(JsonNode node) {
    if (node.isContainer()) {
      node.forEach(this::addLeaves);
    } else if (node.isString() || node.isNumber()) {
      add(node.asString());
    }
  }

  private void add(String text) {
    if (texts.size() <= MOST) {
      texts.add(text);
      SecretTexts.passwordIn(text).filter(part -> part.length() >= SHORTEST).ifPresent(texts::add);
    }
  }

  /** How many were found; more than there are texts, as one may be found twice. */
  int count() {
    return count;
  }

  /** Whether there are more than can be looked for in a message. */
  boolean areTooMany() {
    return texts.size() > MOST;
  }

  List<String> texts() {
    return List.copyOf(texts);
  }
}
