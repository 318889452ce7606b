package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import dev.mulligan.agent.types.WrittenType;
import dev.mulligan.agent.weave.FallbackSearch.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks for a method's fallback before the method is woven. */
final class FallbackCheck {
  private final Types types;
  private final TypeInfo type;
  private final Function<MethodInfo, Optional<String>> names;

  /**
   * Starts a check.
   *
   * @param types the types that it sees
   * @param type the class that is woven
   * @param names tells which fallback a method of that class names, if any
   */
  FallbackCheck(Types types, TypeInfo type, Function<MethodInfo, Optional<String>> names) {
    this.types = types;
    this.type = type;
    this.names = names;
  }

  /**
   * Tells what is wrong with the method of that name.
   *
   * @return null if exactly one method fits, and answers in the end
   */
  @Nullable String trouble(MethodInfo method, String name) {
    List<Candidate> fitting = fitting(method, name);
    if (fitting.size() > 1) {
      return fitting.size() + " methods of that name fit; give one of them another name";
    }
    if (fitting.isEmpty()) {
      return method.name().equals(name)
          ? "the method would answer for itself; name another one"
          : missing(method, name);
    }
    Candidate fallback = fitting.get(0);
    if (leadsBack(fallback.method(), method)) {
      return "its own fallback leads back to this method; one of them must not have any";
    }
    // Only Java's compiler would have had to say more than the class files do.
    String surprise =
        type.isWrittenInJava() ? new FallbackFit(types, method).surprise(fallback) : null;
    return surprise == null ? null : misfit(fallback, surprise);
  }

  private String missing(MethodInfo method, String name) {
    FallbackFit fit = new FallbackFit(types, method);
    List<Candidate> named = FallbackSearch.named(types, type, name);
    if (named.isEmpty()) {
      return "there is no method " + name + " in " + type.name() + "; " + fit.wantedParameters();
    }
    String mismatch = String.valueOf(fit.mismatch(named.get(0)));
    return named.size() > 1
        ? "none of the " + named.size() + " methods of that name fits; for the first, " + mismatch
        : misfit(named.get(0), mismatch);
  }

  private static String misfit(Candidate fallback, String trouble) {
    return fallback.method().name()
        + "("
        + WrittenType.text(WrittenType.parametersOf(fallback.method()))
        + ") does not fit: "
        + trouble;
  }

  /** A method cannot answer for itself, nor what it overrides. */
  private List<Candidate> fitting(MethodInfo method, String name) {
    FallbackFit fit = new FallbackFit(types, method);
    List<Candidate> fitting = new ArrayList<>();
    for (Candidate candidate : FallbackSearch.named(types, type, name)) {
      boolean itself =
          method.name().equals(name) && candidate.types().parameters().equals(method.parameters());
      if (!itself && fit.mismatch(candidate) == null) {
        fitting.add(candidate);
      }
    }
    return fitting;
  }

  /** Follows the fallbacks of a fallback: those that never end would overflow the stack. */
  private boolean leadsBack(MethodInfo fallback, MethodInfo method) {
    Set<MethodInfo> seen = new HashSet<>();
    Optional<MethodInfo> next = Optional.of(fallback);
    while (next.isPresent() && seen.add(next.get())) {
      next = next.flatMap(this::fallbackOf);
      if (next.filter(method::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Optional<MethodInfo> fallbackOf(MethodInfo method) {
    return method.owner().equals(type.internalName())
        ? names
            .apply(method)
            .flatMap(name -> fitting(method, name).stream().map(Candidate::method).findFirst())
        : Optional.empty();
  }
}
