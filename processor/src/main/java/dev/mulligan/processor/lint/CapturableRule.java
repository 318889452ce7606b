package dev.mulligan.processor.lint;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.processor.read.Tools;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Warns of arguments that no letter can bring back, because they are alive in this process. */
final class CapturableRule implements Rule {
  private static final Set<String> ALIVE =
      Set.of(
          "jakarta.persistence.EntityManager",
          "jakarta.servlet.ServletRequest",
          "jakarta.servlet.ServletResponse",
          "java.lang.AutoCloseable",
          "java.lang.ClassLoader",
          "java.lang.Process",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.lang.invoke.MethodHandle",
          "java.lang.reflect.AnnotatedElement",
          "java.net.http.HttpClient",
          "java.util.Timer",
          "java.util.concurrent.Executor",
          "java.util.concurrent.Future",
          "java.util.concurrent.locks.Condition",
          "java.util.concurrent.locks.Lock",
          "javax.persistence.EntityManager",
          "javax.servlet.ServletRequest",
          "javax.servlet.ServletResponse",
          "javax.sql.DataSource",
          "org.slf4j.Logger");

  private final Tools tools;
  private final TypesByName types;

  CapturableRule(Tools tools, TypesByName types) {
    this.tools = tools;
    this.types = types;
  }

  @Override
  public void check(Guarded call) {
    if (call.values().deadLetter() == null) {
      return;
    }
    for (VariableElement parameter : call.method().getParameters()) {
      // What can be read once has a warning of its own.
      if (isAlive(parameter.asType())
          && types.find(parameter.asType(), OneShotRule.ONE_SHOT).isEmpty()) {
        tools.report(
            Diagnostic.NOT_CAPTURABLE,
            Place.of(parameter),
            call.method(),
            "%s: a dead letter keeps arguments as data, and cannot bring back a %s; take the data that it is made from, or keep it in a field"
                .formatted(parameter.getSimpleName(), tools.types().erasure(parameter.asType())));
      }
    }
  }

  private boolean isAlive(TypeMirror type) {
    boolean isFunction =
        type instanceof DeclaredType declared
            && declared.asElement().getAnnotation(FunctionalInterface.class) != null;
    return isFunction || types.find(type, ALIVE).isPresent();
  }
}
