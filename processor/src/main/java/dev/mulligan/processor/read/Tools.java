package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Reporter;
import dev.mulligan.processor.diagnostic.Spot;
import dev.mulligan.processor.model.Component;
import dev.mulligan.processor.model.Engine;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What every reader needs.
 *
 * @param elements the compiler's declarations
 * @param types the compiler's types
 * @param sources which declarations are being compiled
 * @param reporter where problems go
 * @param engine who guards the methods
 * @param component which containers find wrappers
 * @param adapted the types of asynchronous results that the application has adapters for, separated
 *     by commas
 */
public record Tools(
    Elements elements,
    Types types,
    Sources sources,
    Reporter reporter,
    Engine engine,
    Component component,
    String adapted) {

  /** Names a method in messages, exactly as the runtime does. */
  public String location(ExecutableElement method) {
    return location(Members.declaring(method)) + "#" + method.getSimpleName();
  }

  /** Names a type in messages, exactly as the runtime does. */
  public String location(TypeElement type) {
    return elements.getBinaryName(type).toString();
  }

  /** Finds a type by its full name, as the module of another sees it. */
  Optional<TypeElement> visible(String name, TypeElement from) {
    return Optional.ofNullable(elements.getTypeElement(elements.getModuleOf(from), name));
  }

  /** Tells what is wrong with a method. */
  public void report(Diagnostic diagnostic, Spot spot, ExecutableElement method, String message) {
    reporter.report(diagnostic, spot, location(method), message);
  }
}
