package dev.mulligan.runtime.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds catalogues of a shop whose calls keep letters. */
final class Shop {
  private final List<CatalogueCall> calls = new ArrayList<>();
  private final Map<String, Map<String, String>> types = new LinkedHashMap<>();

  /** Adds a method of {@code com.shop}, such as {@code Payments#pay} with types and names. */
  Shop call(String method, String... typesAndNames) {
    return callWithId("", method, typesAndNames);
  }

  Shop callWithId(String id, String method, String... typesAndNames) {
    Map<String, String> attributes = id.isEmpty() ? Map.of() : Map.of("id", id);
    return add(id, method, Map.of("DeadLetter", attributes), false, typesAndNames);
  }

  Shop callWith(Map<String, Map<String, String>> policies, String method, String... parameters) {
    return add("", method, policies, false, parameters);
  }

  Shop secretCall(String method, String... typesAndNames) {
    return add("", method, Map.of("DeadLetter", Map.of()), true, typesAndNames);
  }

  private Shop add(
      String id,
      String method,
      Map<String, Map<String, String>> policies,
      boolean redacted,
      String... typesAndNames) {
    List<CatalogueParameter> parameters = new ArrayList<>();
    List<String> erased = new ArrayList<>();
    for (int i = 0; i < typesAndNames.length; i += 2) {
      erased.add(typesAndNames[i].replaceAll("<.*>", ""));
      parameters.add(new CatalogueParameter(typesAndNames[i + 1], typesAndNames[i], redacted));
    }
    String derived = "com.shop." + method + "(" + String.join(",", erased) + ")";
    calls.add(
        new CatalogueCall(
            id.isEmpty() ? derived : id,
            "com.shop." + method.substring(0, method.indexOf('#')),
            method.substring(method.indexOf('#') + 1),
            parameters,
            "void",
            "",
            policies));
    return this;
  }

  /** Adds a type with its fields, names and types in turn. */
  Shop type(String name, String... namesAndTypes) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields.put(namesAndTypes[i], namesAndTypes[i + 1]);
    }
    types.put(name, fields);
    return this;
  }

  Catalogue open() {
    return new Catalogue(calls, types);
  }
}
