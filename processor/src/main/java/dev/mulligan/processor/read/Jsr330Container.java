package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.model.Mark;
import dev.mulligan.processor.model.Mark.Value;
import dev.mulligan.processor.model.Signature;
import dev.mulligan.processor.model.Type;
import dev.mulligan.processor.model.Wrapper;
import dev.mulligan.processor.model.Wrapper.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The containers of JSR 330, which call the constructor with {@code @Inject}. */
final class Jsr330Container implements Container {
  /** The newer name is taken where both are there. */
  private static final List<String> PACKAGES = List.of("jakarta.inject.", "javax.inject.");

  private static final Set<String> SCOPES_AND_QUALIFIERS =
      Set.of(
          "com.google.inject.BindingAnnotation",
          "com.google.inject.ScopeAnnotation",
          "jakarta.enterprise.context.NormalScope",
          "jakarta.inject.Qualifier",
          "jakarta.inject.Scope",
          "javax.inject.Qualifier",
          "javax.inject.Scope");

  /** What tells a container to call a constructor, or that something else does. */
  private static final Set<String> INJECTS =
      Set.of(
          "com.google.inject.Inject",
          "com.google.inject.assistedinject.AssistedInject",
          "dagger.assisted.AssistedInject",
          "jakarta.inject.Inject",
          "javax.inject.Inject");

  private final Tools tools;

  Jsr330Container(Tools tools) {
    this.tools = tools;
  }

  @Override
  public String library() {
    return "jakarta.inject:jakarta.inject-api";
  }

  @Override
  public Optional<Wrapper> mark(Wrapper wrapper, TypeElement type) {
    return PACKAGES.stream()
        .filter(name -> tools.visible(name + "Inject", type).isPresent())
        .findFirst()
        .map(name -> wrapper.with(scopesAndQualifiers(type), constructors(wrapper, type, name)));
  }

  @Override
  public boolean finds(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(Jsr330Container::isInjected);
  }

  private static List<Mark> scopesAndQualifiers(TypeElement type) {
    return new MarkReader(Names.packageOf(type))
        .on(type, mirror -> MetaAnnotations.isOrCarries(mirror, SCOPES_AND_QUALIFIERS));
  }

  private List<Signature> constructors(Wrapper wrapper, TypeElement type, String packageName) {
    Mark inject = MarkReader.plain(packageName + "Inject", type, tools).orElseThrow();
    List<Signature> constructors = wrapper.constructors();
    if (wrapper.kind() == Kind.DELEGATE) {
      Type.Named named = MarkReader.plain(packageName + "Named", type, tools).orElseThrow().type();
      return constructors.stream().map(c -> named(c, named).with(inject)).toList();
    }
    if (TypeObstacle.visibleConstructors(type).stream().anyMatch(Jsr330Container::isInjected)) {
      return constructors;
    }
    if (constructors.size() > 1 || finds(type)) {
      warn(type);
      return constructors;
    }
    return List.of(constructors.get(0).with(inject));
  }

  /** The user binds this name to what the wrapper stands around. */
  private static Signature named(Signature taker, Type.Named named) {
    Mark mark = new Mark(named, Map.of("value", new Value.Literal(Wrapper.DELEGATE)));
    return taker.with(taker.parameters().stream().map(parameter -> parameter.with(mark)).toList());
  }

  private static boolean isInjected(Element constructor) {
    return constructor.getAnnotationMirrors().stream()
        .anyMatch(mirror -> MetaAnnotations.isOrCarries(mirror, INJECTS));
  }

  private void warn(TypeElement type) {
    tools
        .reporter()
        .report(
            Diagnostic.WHICH_CONSTRUCTOR,
            Place.of(type),
            tools.location(type),
            "no container can create the wrapper: of several constructors none that it can call has"
                + " @Inject; annotate one");
  }
}
