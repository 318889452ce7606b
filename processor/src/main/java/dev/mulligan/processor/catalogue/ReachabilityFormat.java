package dev.mulligan.processor.catalogue;

import dev.mulligan.processor.model.Catalogue;
import dev.mulligan.processor.model.CatalogueCall;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what a native image must keep, so that calls can be replayed in it: the classes whose
 * methods are called again, the types of their arguments, the catalogue itself. GraalVM's
 * reachability metadata.
 */
final class ReachabilityFormat {
  private ReachabilityFormat() {}

  static void write(Catalogue catalogue, Writer out) {
    Set<String> called =
        catalogue.calls().stream()
            .map(CatalogueCall::type)
            .collect(Collectors.toCollection(TreeSet::new));
    try (JsonGenerator json = Indented.generator(out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("reflection");
      called.forEach(type -> write(type, json, "allDeclaredMethods"));
      catalogue.types().keySet().stream()
          .filter(type -> !called.contains(type))
          .forEach(type -> write(type, json, "allDeclaredMethods", "allDeclaredFields"));
      json.writeEndArray();
      json.writeArrayPropertyStart("resources");
      json.writeStartObject();
      json.writeStringProperty("glob", CatalogueFile.NAME);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    }
  }

  private static void write(String type, JsonGenerator json, String... members) {
    json.writeStartObject();
    json.writeStringProperty("type", type);
    json.writeBooleanProperty("allDeclaredConstructors", true);
    for (String member : members) {
      json.writeBooleanProperty(member, true);
    }
    json.writeEndObject();
  }
}
