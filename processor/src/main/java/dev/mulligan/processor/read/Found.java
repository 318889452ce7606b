package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Place;
import javax.lang.model.element.AnnotationMirror;

/**
 * A policy annotation that applies to a method.
 *
 * @param policy the annotation's simple name, such as {@code Retry}
 * @param annotation the annotation with its values
 * @param place where problems with it are shown; elsewhere if it was not compiled just now
 * @param location the class and method that problems are about
 * @param origin where it was found
 */
record Found(
    String policy, AnnotationMirror annotation, Place place, String location, Origin origin) {

  /** Where a policy comes from, the strongest first. */
  enum Origin {
    METHOD,
    TYPE,
    INTERFACE
  }

  /** The place of one attribute. */
  Place place(String attribute) {
    return annotation.equals(place.annotation()) ? place.at(attribute) : place;
  }
}
