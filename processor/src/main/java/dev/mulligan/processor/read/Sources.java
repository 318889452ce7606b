package dev.mulligan.processor.read;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * The types that are being compiled, as opposed to those that come from class files, which have no
 * lines to point at. Not thread-safe.
 */
public final class Sources {
  private final Set<String> topLevel = new HashSet<>();

  /** Adds the types of one round. */
  public void add(Collection<? extends Element> roots) {
    for (Element root : roots) {
      if (root instanceof TypeElement type) {
        topLevel.add(type.getQualifiedName().toString());
      }
    }
  }

  /** The names of the outermost types. */
  public Set<String> names() {
    return Collections.unmodifiableSet(topLevel);
  }

  boolean contain(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement() != null
        && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      outermost = outermost.getEnclosingElement();
    }
    return outermost instanceof TypeElement type
        && topLevel.contains(type.getQualifiedName().toString());
  }
}
