package dev.mulligan.processor.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Tells of any method whether it has policies, and which. Not thread-safe. */
public final class GuardedMethods {
  private final PolicyFinder finder;
  private final GuardedReader reader;
  private final Map<ExecutableElement, Optional<Guarded>> known = new HashMap<>();

  /** Creates an index that knows nothing yet. */
  public GuardedMethods(Tools tools) {
    this.finder = new PolicyFinder(tools);
    this.reader = new GuardedReader(tools);
  }

  /** Finds the policies of a method; empty if it has none. */
  public Optional<Guarded> find(ExecutableElement method) {
    return known.computeIfAbsent(method, this::read);
  }

  /** The type that declares a method. */
  public static TypeElement declaring(ExecutableElement method) {
    return Members.declaring(method);
  }

  /** Tells whether a type is a generated wrapper. */
  public static boolean isWrapper(TypeElement type) {
    return Names.isWrapper(type);
  }

  /** Tells whether there can be a wrapper that extends or implements a type. */
  public static boolean canBeWrapped(TypeElement type) {
    return TypeObstacle.of(type).isEmpty();
  }

  private Optional<Guarded> read(ExecutableElement method) {
    TypeElement type = Members.declaring(method);
    Candidate found = new Candidate(method, finder.find(method, type));
    return found.isGuarded() ? Optional.of(reader.read(found, type, false)) : Optional.empty();
  }
}
