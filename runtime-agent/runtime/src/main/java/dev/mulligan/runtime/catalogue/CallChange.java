package dev.mulligan.runtime.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one call whose letters may still wait. Immutable.
 *
 * @param before the call as it was
 * @param now the call that has its identity, else the one that is probably meant; null if there is
 *     none
 * @param reasons why its letters no longer fit; empty if they do
 * @param advice what to do about it, or an empty text
 * @param notes what has changed without doing harm
 */
public record CallChange(
    CatalogueCall before,
    @Nullable CatalogueCall now,
    List<String> reasons,
    String advice,
    List<String> notes) {

  /** Copies the lists. */
  public CallChange {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  /**
   * Tells whether the call's letters can be replayed as before.
   *
   * @return false if they are orphaned
   */
  public boolean fits() {
    return reasons.isEmpty();
  }
}
