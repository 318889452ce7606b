package dev.mulligan.runtime.catalogue;

import dev.mulligan.runtime.policy.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the call that a lost one has probably become. */
public final class NearestCall {
  private static final int NONE = 0;

  private NearestCall() {}

  /**
   * Finds the nearest call: of the same class and name, then of the same class and parameters, then
   * elsewhere.
   *
   * @param lost the call that is gone
   * @param candidates the calls that it may be
   * @return the nearest, or null if none is near
   */
  public static @Nullable CatalogueCall to(
      CatalogueCall lost, Collection<CatalogueCall> candidates) {
    TreeMap<Integer, List<CatalogueCall>> ranked =
        candidates.stream()
            .collect(
                Collectors.groupingBy(
                    call -> nearness(lost, call), TreeMap::new, Collectors.toList()));
    Map.Entry<Integer, List<CatalogueCall>> best = ranked.lastEntry();
    if (best == null || best.getKey() == NONE) {
      return null;
    }
    Map<String, CatalogueCall> byId =
        best.getValue().stream()
            .collect(Collectors.toMap(CatalogueCall::id, call -> call, (one, other) -> one));
    return Objects.requireNonNull(byId.get(Nearest.to(lost.id(), byId.keySet())));
  }

  private static int nearness(CatalogueCall lost, CatalogueCall call) {
    boolean sameType = lost.type().equals(call.type());
    boolean sameName = lost.method().equals(call.method());
    boolean sameParameters = lost.types().equals(call.types());
    if (sameType && sameName) {
      return sameParameters ? 5 : 4;
    }
    if (sameType && sameParameters && !call.parameters().isEmpty()) {
      return 3;
    }
    if (sameName && sameParameters) {
      return 2;
    }
    return sameName && simple(lost.type()).equals(simple(call.type())) ? 1 : NONE;
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
