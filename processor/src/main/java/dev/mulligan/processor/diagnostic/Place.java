package dev.mulligan.processor.diagnostic;

import java.util.Map;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A declaration, or an annotation of it, that a message points at.
 *
 * @param element what is declared there
 * @param annotation its annotation, or null for the declaration itself
 * @param value the annotation's value, or null for the whole annotation
 */
public record Place(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value)
    implements Spot {

  /** Points at a declaration. */
  public static Place of(Element element) {
    return new Place(element, null, null);
  }

  /** Points at an annotation. */
  public static Place of(Element element, AnnotationMirror annotation) {
    return new Place(element, annotation, null);
  }

  /** Narrows the place to the value of one attribute, if it was written. */
  public Place at(String attribute) {
    if (annotation == null) {
      return this;
    }
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(attribute)) {
        return new Place(element, annotation, entry.getValue());
      }
    }
    return this;
  }

  @Override
  public void print(Messager messager, Kind kind, String text) {
    messager.printMessage(kind, text, element, annotation, value);
  }
}
