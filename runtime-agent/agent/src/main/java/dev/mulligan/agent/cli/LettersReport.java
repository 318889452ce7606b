package dev.mulligan.agent.cli;

import dev.mulligan.agent.explain.CatalogueFiles;
import dev.mulligan.runtime.catalogue.CallChange;
import dev.mulligan.runtime.catalogue.CatalogueCall;
import dev.mulligan.runtime.catalogue.CatalogueChanges;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which letters of one version of an application another one can still replay.
 *
 * @param changes what became of each call that keeps letters
 */
record LettersReport(List<CallChange> changes) {
  /**
   * Compares two versions.
   *
   * @throws IOException if one has no catalogue that can be read; its message is for people
   */
  static LettersReport between(List<Path> before, List<Path> now) throws IOException {
    return new LettersReport(
        CatalogueChanges.between(CatalogueFiles.read(before), CatalogueFiles.read(now)));
  }

  boolean isFine() {
    return changes.stream().allMatch(CallChange::fits);
  }

  void print(PrintWriter out) {
    changes.forEach(change -> print(change, out));
    long orphaned = changes.stream().filter(change -> !change.fits()).count();
    out.println(
        (changes.size() == 1 ? "1 call keeps letters, " : changes.size() + " calls keep letters, ")
            + (orphaned == 1 ? "1 no longer fits" : orphaned + " no longer fit"));
  }

  private static void print(CallChange change, PrintWriter out) {
    out.println(change.before().id());
    out.println(change.fits() ? "  still fits" : "  no longer fits:");
    change.reasons().forEach(reason -> out.println("    " + reason));
    if (!change.advice().isEmpty()) {
      out.println("  to do: " + change.advice());
    }
    change.notes().forEach(note -> out.println("  also: " + note));
  }

  String json() {
    return Json.of(changes.stream().map(LettersReport::asMap).toList());
  }

  private static Map<String, Object> asMap(CallChange change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("call", change.before().id());
    map.put("fits", change.fits());
    map.put("reasons", change.reasons());
    CatalogueCall now = change.now();
    if (now != null) {
      map.put("now", now.signature());
    }
    if (!change.advice().isEmpty()) {
      map.put("advice", change.advice());
    }
    map.put("notes", change.notes());
    return map;
  }
}
