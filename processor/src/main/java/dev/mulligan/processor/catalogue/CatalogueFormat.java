package dev.mulligan.processor.catalogue;

import dev.mulligan.processor.model.Catalogue;
import dev.mulligan.processor.model.CatalogueCall;
import dev.mulligan.processor.model.CatalogueParameter;
import java.io.Writer;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes a catalogue as JSON: the same text for the same catalogue, always. */
final class CatalogueFormat {
  /** Readers refuse what has a greater number. */
  static final int VERSION = 1;

  private CatalogueFormat() {}

  static void write(Catalogue catalogue, Writer out) {
    try (JsonGenerator json = Indented.generator(out)) {
      json.writeStartObject();
      json.writeNumberProperty("format", VERSION);
      json.writeArrayPropertyStart("calls");
      catalogue.calls().forEach(call -> write(call, json));
      json.writeEndArray();
      json.writeName("types");
      write(catalogue.types(), json);
      json.writeEndObject();
      json.writeRaw("\n");
    }
  }

  private static void write(CatalogueCall call, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", call.id());
    json.writeStringProperty("class", call.type());
    json.writeStringProperty("method", call.method());
    json.writeArrayPropertyStart("parameters");
    call.parameters().forEach(parameter -> write(parameter, json));
    json.writeEndArray();
    json.writeStringProperty("result", call.result());
    json.writeStringProperty("fingerprint", call.fingerprint());
    json.writeName("policies");
    write(call.policies(), json);
    json.writeEndObject();
  }

  private static void write(CatalogueParameter parameter, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", parameter.name());
    json.writeStringProperty("type", parameter.type());
    if (parameter.key() != null) {
      json.writeStringProperty("key", parameter.key());
    }
    if (parameter.redacted()) {
      json.writeBooleanProperty("redacted", true);
    }
    json.writeEndObject();
  }

  private static void write(Map<String, ? extends Map<String, String>> maps, JsonGenerator json) {
    json.writeStartObject();
    maps.forEach(
        (name, values) -> {
          json.writeObjectPropertyStart(name);
          values.forEach(json::writeStringProperty);
          json.writeEndObject();
        });
    json.writeEndObject();
  }
}
