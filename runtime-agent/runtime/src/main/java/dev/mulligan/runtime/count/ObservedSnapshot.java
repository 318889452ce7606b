package dev.mulligan.runtime.count;

import dev.mulligan.runtime.event.Consequence;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the policies of one method would have done while they only observed. Immutable.
 *
 * @param policy the name of the policy
 * @param method the class and method
 * @param consequences how often each would have happened; every one is there
 */
public record ObservedSnapshot(String policy, String method, Map<Consequence, Long> consequences) {
  /** Copies the map. */
  public ObservedSnapshot {
    Map<Consequence, Long> copy = new EnumMap<>(Consequence.class);
    for (Consequence one : Consequence.values()) {
      copy.put(one, consequences.getOrDefault(one, 0L));
    }
    consequences = Collections.unmodifiableMap(copy);
  }

  /**
   * Adds another snapshot, for one method that is loaded twice.
   *
   * @param other the counts to add
   * @return the sums, under this one's names
   */
  public ObservedSnapshot plus(ObservedSnapshot other) {
    Map<Consequence, Long> sum = new EnumMap<>(consequences);
    other.consequences.forEach((one, count) -> sum.merge(one, count, Long::sum));
    return new ObservedSnapshot(policy, method, sum);
  }
}
