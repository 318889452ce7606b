package dev.mulligan.runtime.config;

import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of the environment, by the keys that they stand for. Each guard asks for each value
 * that it might have, and hardly ever there is one: so a name is spelt only where a variable of its
 * kind and length exists. Immutable.
 */
final class Environment {
  private final Map<String, String> variables;
  private final BitSet lengthsOfOurs = new BitSet();
  private final BitSet lengths = new BitSet();

  Environment(Map<String, String> variables) {
    this.variables = variables;
    for (String name : variables.keySet()) {
      lengths.set(name.length());
      if (name.startsWith(Spelling.VARIABLE.prefix)) {
        lengthsOfOurs.set(name.length());
      }
    }
  }

  @Nullable String get(String key) {
    BitSet possible = key.startsWith(Spelling.PREFIX) ? lengthsOfOurs : lengths;
    return possible.get(key.length()) ? variables.get(Spelling.variable(key)) : null;
  }
}
