package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.FailureType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which failures a policy is about. Classes are compared by name, so that a policy can be read
 * without loading them.
 *
 * @param on exception classes that are meant, subclasses included
 * @param notOn exception classes that are not, stronger than {@code on}
 * @param onTypes failure types that are meant
 */
public record FailureRules(Set<String> on, Set<String> notOn, Set<FailureType> onTypes) {
  /** Rules that say nothing: the default of the policy decides. */
  public static final FailureRules NONE = new FailureRules(Set.of(), Set.of(), Set.of());

  /** What the rules say of a failure. */
  public enum Verdict {
    /** It is meant. */
    YES,
    /** It is not meant. */
    NO,
    /** The rules do not speak of it, and the policy's default decides. */
    UNDECIDED
  }

  /** Copies the sets. */
  public FailureRules {
    on = Set.copyOf(on);
    notOn = Set.copyOf(notOn);
    onTypes = Set.copyOf(onTypes);
  }

  static FailureRules of(List<String> on, List<String> notOn, List<FailureType> onTypes) {
    return new FailureRules(new HashSet<>(on), new HashSet<>(notOn), new HashSet<>(onTypes));
  }

  /**
   * Applies the rules.
   *
   * @param thrown the exception as the caller would see it
   * @param peeled the same without its carriers
   * @param type its classification
   * @return the verdict; with any rule in {@code on} or {@code onTypes}, never undecided
   */
  public Verdict decide(Throwable thrown, Throwable peeled, FailureType type) {
    if (matches(notOn, thrown) || matches(notOn, peeled)) {
      return Verdict.NO;
    }
    if (on.isEmpty() && onTypes.isEmpty()) {
      return Verdict.UNDECIDED;
    }
    if (matches(on, thrown) || matches(on, peeled)) {
      return Verdict.YES;
    }
    // A type never speaks for an Error: those must be named.
    return onTypes.contains(type) && !(peeled instanceof Error) ? Verdict.YES : Verdict.NO;
  }

  /**
   * Tells whether {@code on} has an exception's class or a superclass, up to one that is not too
   * broad to be meant.
   *
   * @param failure the exception
   * @param broadest the last superclass that counts
   * @return true if it is named, and {@code notOn} does not speak against it
   */
  public boolean names(Throwable failure, Class<? extends Throwable> broadest) {
    return matches(on, failure, broadest) && !matches(notOn, failure);
  }

  private static boolean matches(Set<String> names, Throwable failure) {
    return matches(names, failure, Throwable.class);
  }

  private static boolean matches(
      Set<String> names, Throwable failure, Class<? extends Throwable> broadest) {
    if (names.isEmpty()) {
      return false;
    }
    for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
      if (names.contains(type.getName())) {
        return true;
      }
      if (type == broadest) {
        return false;
      }
    }
    return false;
  }
}
