package dev.mulligan.processor.read;

import dev.mulligan.annotations.Retry;
import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.read.Found.Origin;
import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Finds the policies of a method: on itself, then on its class, then on the interface method that
 * it implements, then as meta-annotations on any of these. The first annotation of a kind wins; its
 * values are never mixed with another's.
 */
final class PolicyFinder {
  private static final String PACKAGE = Retry.class.getPackageName() + ".";

  private final Tools tools;
  private final Supertypes supertypes;

  PolicyFinder(Tools tools) {
    this.tools = tools;
    this.supertypes = new Supertypes(tools);
  }

  /** Finds an annotation of Mulligan that is directly on an element. */
  static Optional<AnnotationMirror> direct(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (typeOf(mirror).getQualifiedName().contentEquals(PACKAGE + annotation)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /**
   * Finds the policies of a method, the outermost first.
   *
   * @param method the method
   * @param context the type whose wrapper is to have the method
   */
  List<Found> find(ExecutableElement method, TypeElement context) {
    List<Site> sites = sites(method, context);
    return MethodPolicies.ORDER.stream().flatMap(policy -> find(policy, sites).stream()).toList();
  }

  /** Finds the policies that an annotation type passes on to what it is written on. */
  List<Found> findOn(TypeElement annotationType) {
    Site site =
        new Site(annotationType, annotationType, tools.location(annotationType), Origin.TYPE);
    return MethodPolicies.ORDER.stream().flatMap(policy -> site.find(policy).stream()).toList();
  }

  private List<Site> sites(ExecutableElement method, TypeElement context) {
    List<Site> sites = new ArrayList<>();
    String location = tools.location(method);
    sites.add(new Site(method, method, location, Origin.METHOD));
    if (method.getModifiers().contains(Modifier.PUBLIC)) {
      sites.add(new Site(Members.declaring(method), method, location, Origin.TYPE));
    }
    for (ExecutableElement declared : supertypes.implementedBy(method, context)) {
      boolean compiled = tools.sources().contain(declared);
      sites.add(
          new Site(
              declared,
              compiled ? declared : method,
              compiled ? tools.location(declared) : location,
              Origin.INTERFACE));
    }
    return sites;
  }

  private Optional<Found> find(String policy, List<Site> sites) {
    return Stream.concat(
            sites.stream().map(site -> site.find(policy)),
            sites.stream().map(site -> site.findMeta(policy)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static TypeElement typeOf(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  /**
   * One element that may carry policies, and where problems are shown if it was not compiled just
   * now.
   */
  private final class Site {
    private final Element carrier;
    private final Element fallback;
    private final String location;
    private final Origin origin;

    Site(Element carrier, Element fallback, String location, Origin origin) {
      this.carrier = carrier;
      this.fallback = fallback;
      this.location = location;
      this.origin = origin;
    }

    Optional<Found> find(String policy) {
      return direct(carrier, policy)
          .map(mirror -> new Found(policy, mirror, place(mirror), location, origin));
    }

    Optional<Found> findMeta(String policy) {
      return findMeta(policy, carrier, Optional.empty(), new HashSet<>());
    }

    private Optional<Found> findMeta(
        String policy, Element element, Optional<AnnotationMirror> use, Set<Element> seen) {
      for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
        TypeElement type = typeOf(mirror);
        if (!seen.add(type) || type.getQualifiedName().toString().startsWith("java.")) {
          continue;
        }
        AnnotationMirror written = use.orElse(mirror);
        Optional<Found> found =
            direct(type, policy)
                .map(meta -> new Found(policy, meta, place(type, meta, written), location, origin))
                .or(() -> findMeta(policy, type, Optional.of(written), seen));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    private Place place(TypeElement type, AnnotationMirror meta, AnnotationMirror use) {
      return tools.sources().contain(type) ? Place.of(type, meta) : place(use);
    }

    private Place place(AnnotationMirror mirror) {
      return tools.sources().contain(carrier) ? Place.of(carrier, mirror) : Place.of(fallback);
    }
  }
}
