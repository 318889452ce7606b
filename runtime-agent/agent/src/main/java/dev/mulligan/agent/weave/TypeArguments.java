package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.Types;
import dev.mulligan.agent.types.WrittenType;
import dev.mulligan.agent.types.WrittenType.Kind;
import java.util.List;

/**
 * Compares the type arguments of a method and its fallback, whose descriptors fit. Only what is
 * certain counts: not what depends on bounds, nor on variables of different classes.
 */
final class TypeArguments {
  private final Types types;
  private final MethodInfo guarded;
  private final MethodInfo fallback;
  private final boolean isComparable;
  private final boolean hasSameVariables;

  TypeArguments(Types types, MethodInfo guarded, MethodInfo fallback) {
    this.types = types;
    this.guarded = guarded;
    this.fallback = fallback;
    this.isComparable = !WrittenType.isGeneric(guarded) && !WrittenType.isGeneric(fallback);
    this.hasSameVariables = guarded.owner().equals(fallback.owner());
  }

  boolean contradictInParameters() {
    List<WrittenType> given = WrittenType.parametersOf(guarded);
    List<WrittenType> taken = WrittenType.parametersOf(fallback);
    for (int i = 0; isComparable && i < given.size(); i++) {
      if (contradict(given.get(i), taken.get(i))) {
        return true;
      }
    }
    return false;
  }

  boolean contradictInResult() {
    return isComparable
        && contradict(WrittenType.resultOf(fallback), WrittenType.resultOf(guarded));
  }

  /** Tells whether a type is surely not another, although it is by its class. */
  private boolean contradict(WrittenType from, WrittenType to) {
    if (to.kind() == Kind.VARIABLE) {
      return hasSameVariables && from.kind() == Kind.CLASS;
    }
    WrittenType seen = from.dimensions() == to.dimensions() ? from.as(types, to.name()) : null;
    return seen != null && argumentsDiffer(seen.arguments(), to.arguments());
  }

  private boolean argumentsDiffer(List<WrittenType> some, List<WrittenType> others) {
    for (int i = 0; some.size() == others.size() && i < some.size(); i++) {
      if (others.get(i).wildcard() == WrittenType.EXACT && differ(some.get(i), others.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean differ(WrittenType one, WrittenType exact) {
    if (one.wildcard() != WrittenType.EXACT) {
      return true;
    }
    boolean hasVariable = one.kind() == Kind.VARIABLE || exact.kind() == Kind.VARIABLE;
    if (hasVariable && !hasSameVariables) {
      return false;
    }
    return one.kind() != exact.kind()
        || one.dimensions() != exact.dimensions()
        || !one.name().equals(exact.name())
        || argumentsDiffer(one.arguments(), exact.arguments());
  }
}
