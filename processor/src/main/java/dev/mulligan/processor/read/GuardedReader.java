package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.model.Policies;
import dev.mulligan.processor.model.Policy;
import dev.mulligan.processor.read.Found.Origin;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads methods that have policies. */
final class GuardedReader {
  private static final String IDEMPOTENT = "Idempotent";

  private final Tools tools;
  private final Supertypes supertypes;
  private final AnnotationText text;
  private final PolicyValues values;
  private final AsyncResults async;

  GuardedReader(Tools tools) {
    this.tools = tools;
    this.supertypes = new Supertypes(tools);
    this.text = new AnnotationText(tools.elements());
    this.values = new PolicyValues(tools);
    this.async = new AsyncResults(tools);
  }

  /**
   * Reads a method that has policies.
   *
   * @param found the method
   * @param type the type that declares it
   * @param wrapped whether a wrapper guards it
   */
  Guarded read(Candidate found, TypeElement type, boolean wrapped) {
    ExecutableElement method = found.method();
    return new Guarded(
        method,
        type,
        policies(found),
        values.of(found.policies()),
        place(found, type),
        found.isAskedFor(),
        isIdempotent(method, type),
        async.isUnderstood(method),
        wrapped || isWoven(method));
  }

  Policies policies(Candidate found) {
    return new Policies(
        found.policies().stream()
            .map(policy -> new Policy(policy.policy(), text.of(policy.annotation())))
            .toList());
  }

  /** A policy of the class or of an interface says too little about the method it is about. */
  private static Place place(Candidate found, TypeElement type) {
    Found nearest = found.nearest();
    boolean onMethod =
        nearest.origin() == Origin.METHOD
            && (nearest.place().element().equals(found.method())
                || nearest.place().element().equals(type));
    return onMethod ? nearest.place() : Place.of(found.method());
  }

  private boolean isWoven(ExecutableElement method) {
    return !tools.engine().needsWrappers()
        && !method.getModifiers().contains(Modifier.ABSTRACT)
        && async.unknown(method).isEmpty();
  }

  private boolean isIdempotent(ExecutableElement method, TypeElement type) {
    return Stream.concat(Stream.of(method), supertypes.implementedBy(method, type).stream())
        .flatMap(declared -> Stream.<Element>of(declared, Members.declaring(declared)))
        .anyMatch(element -> PolicyFinder.direct(element, IDEMPOTENT).isPresent());
  }
}
