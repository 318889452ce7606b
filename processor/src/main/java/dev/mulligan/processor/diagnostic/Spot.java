package dev.mulligan.processor.diagnostic;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Where something is wrong, in a declaration or inside of a body. Equal for the same place. */
public interface Spot {
  /** The declaration that it is in: warnings are suppressed there, and around it. */
  Element element();

  /** Shows a message at the place. */
  void print(Messager messager, Kind kind, String text);
}
