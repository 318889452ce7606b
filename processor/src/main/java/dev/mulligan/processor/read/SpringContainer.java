package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.model.Mark;
import dev.mulligan.processor.model.Wrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/**
 * Spring, which finds components by their annotations.
 *
 * <p>The wrapper is the primary bean of its type: wherever its target is injected, the wrapper is,
 * even if something else makes a bean of the target itself.
 */
final class SpringContainer implements Container {
  private static final String SPRING = "org.springframework.";
  private static final String CONTEXT = SPRING + "context.annotation.";
  private static final String COMPONENT = SPRING + "stereotype.Component";
  private static final String PRIMARY = CONTEXT + "Primary";

  /** What makes a bean of the class that carries it. */
  private static final Set<String> STEREOTYPES =
      Set.of(
          COMPONENT,
          "jakarta.inject.Named",
          "jakarta.annotation.ManagedBean",
          "javax.inject.Named",
          "javax.annotation.ManagedBean");

  /** What tells more of a bean, and is not inherited by subclasses of its class. */
  private static final Set<String> BEAN_ANNOTATIONS =
      Set.of(
          CONTEXT + "Scope",
          CONTEXT + "Conditional",
          CONTEXT + "DependsOn",
          CONTEXT + "Description",
          CONTEXT + "Lazy",
          CONTEXT + "Role",
          SPRING + "beans.factory.annotation.Qualifier",
          SPRING + "core.annotation.Order",
          "jakarta.annotation.Priority",
          "jakarta.inject.Qualifier",
          "jakarta.inject.Scope");

  private final Tools tools;

  SpringContainer(Tools tools) {
    this.tools = tools;
  }

  @Override
  public String library() {
    return "org.springframework:spring-context";
  }

  @Override
  public Optional<Wrapper> mark(Wrapper wrapper, TypeElement type) {
    Optional<Mark> component = MarkReader.plain(COMPONENT, type, tools);
    Optional<Mark> primary = MarkReader.plain(PRIMARY, type, tools);
    if (component.isEmpty() || primary.isEmpty()) {
      return Optional.empty();
    }
    MetaAnnotations.find(type, STEREOTYPES).ifPresent(stereotype -> warn(type, stereotype));
    List<Mark> marks = new ArrayList<>();
    marks.add(component.get());
    marks.add(primary.get());
    marks.addAll(new MarkReader(Names.packageOf(type)).on(type, SpringContainer::tellsOfBean));
    return Optional.of(wrapper.with(marks, wrapper.constructors()));
  }

  @Override
  public boolean finds(TypeElement type) {
    return MetaAnnotations.find(type, STEREOTYPES).isPresent();
  }

  private static boolean tellsOfBean(AnnotationMirror mirror) {
    return MetaAnnotations.isOrCarries(mirror, BEAN_ANNOTATIONS)
        && !MetaAnnotations.isOrCarries(mirror, STEREOTYPES);
  }

  private void warn(TypeElement type, AnnotationMirror stereotype) {
    tools
        .reporter()
        .report(
            Diagnostic.TWO_COMPONENTS,
            Place.of(type, stereotype),
            tools.location(type),
            "@%s makes a bean of this class beside its wrapper, which is the one to inject; remove it"
                .formatted(stereotype.getAnnotationType().asElement().getSimpleName()));
  }
}
