package dev.mulligan.processor.catalogue;

import dev.mulligan.processor.model.CatalogueCall;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Finds the types that the arguments of calls hold, so that no other stays in the file. */
final class Mentions {
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("[^\\w$.]+", Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, SortedMap<String, String>> types;
  private final Set<String> mentioned = new HashSet<>();

  Mentions(Map<String, SortedMap<String, String>> types) {
    this.types = types;
  }

  Set<String> of(List<CatalogueCall> calls) {
    calls.forEach(call -> call.parameters().forEach(parameter -> add(List.of(parameter.type()))));
    return mentioned;
  }

  private void add(Collection<String> texts) {
    for (String text : texts) {
      for (String name : BETWEEN_NAMES.split(text)) {
        SortedMap<String, String> fields = types.get(name);
        if (fields != null && mentioned.add(name)) {
          add(fields.values());
        }
      }
    }
  }
}
