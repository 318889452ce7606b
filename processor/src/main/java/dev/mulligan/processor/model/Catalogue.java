package dev.mulligan.processor.model;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The call catalogue of one output folder.
 *
 * @param calls the guarded methods, sorted
 * @param types the fields of types that letters hold, by binary name, name and type
 */
public record Catalogue(
    List<CatalogueCall> calls, SortedMap<String, SortedMap<String, String>> types) {
  /** The catalogue of a folder without any. */
  public static final Catalogue EMPTY = new Catalogue(List.of(), new TreeMap<>());

  /** Creates a catalogue in its one order, whatever the order that was given. */
  public Catalogue {
    calls =
        calls.stream()
            .sorted(
                Comparator.comparing(CatalogueCall::type)
                    .thenComparing(CatalogueCall::method)
                    .thenComparing(call -> call.parameters().toString()))
            .toList();
  }
}
