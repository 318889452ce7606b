package dev.mulligan.runtime.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The guarded calls of an application, as its compiler saw them. Immutable.
 *
 * @param calls the calls, in order
 * @param types the fields that calls with dead letters reach: the type of each by name, by class.
 *     An enum has its constants, each of the enum's own type
 */
public record Catalogue(List<CatalogueCall> calls, Map<String, Map<String, String>> types) {

  /** Copies what is given. */
  public Catalogue {
    calls = List.copyOf(calls);
    types = Copies.nested(types);
  }

  /**
   * Joins the catalogues of several jars. The first of an identity or a type counts, as on a class
   * path.
   *
   * @param parts the catalogues
   * @return all of them as one
   */
  public static Catalogue join(List<Catalogue> parts) {
    Map<String, CatalogueCall> calls = new LinkedHashMap<>();
    Map<String, Map<String, String>> types = new LinkedHashMap<>();
    for (Catalogue part : parts) {
      part.calls.forEach(call -> calls.putIfAbsent(call.id(), call));
      part.types.forEach(types::putIfAbsent);
    }
    return new Catalogue(new ArrayList<>(calls.values()), types);
  }

  /**
   * Finds a call.
   *
   * @param id its identity
   * @return the call, or null if there is none
   */
  public @Nullable CatalogueCall call(String id) {
    return calls.stream().filter(call -> call.id().equals(id)).findFirst().orElse(null);
  }

  /** Copies that keep their order, which is the order of reports. */
  static final class Copies {
    private Copies() {}

    static Map<String, Map<String, String>> nested(Map<String, Map<String, String>> maps) {
      Map<String, Map<String, String>> copy = new LinkedHashMap<>();
      maps.forEach(
          (name, map) -> copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(map))));
      return Collections.unmodifiableMap(copy);
    }
  }
}
