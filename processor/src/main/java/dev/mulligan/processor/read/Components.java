package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.model.Wrapper;
import dev.mulligan.processor.model.Wrapper.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * Turns wrappers into what a container finds and injects, if one is asked for. Not thread-safe.
 *
 * <p>Of an annotated interface it is the wrapper of the interface, around whatever implements it. A
 * class that has its policies from there alone is then no component: there would be two to choose
 * from, and a call could go through both.
 */
final class Components {
  private final Tools tools;
  private final PolicyFinder finder;
  private final Optional<Container> container;

  private boolean toldOfLibrary;

  Components(Tools tools, PolicyFinder finder) {
    this.tools = tools;
    this.finder = finder;
    this.container = Container.of(tools.component(), tools);
  }

  /**
   * Gives a wrapper the annotations of a component, if it is to be one.
   *
   * @param wrapper the wrapper
   * @param type what it wraps
   * @param declared the type's own methods
   */
  Wrapper mark(Wrapper wrapper, TypeElement type, List<Candidate> declared) {
    if (container.isEmpty() || wrapper.isAbstract()) {
      return wrapper;
    }
    if (wrapper.kind() == Kind.SUBCLASS) {
      Optional<TypeElement> wrapped =
          Supertypes.interfaces(type).stream().filter(this::hasComponent).findFirst();
      Optional<Candidate> own = declared.stream().filter(Candidate::isAskedFor).findFirst();
      if (wrapped.isPresent() && own.isEmpty()) {
        return wrapper;
      }
      wrapped.ifPresent(above -> warn(own.orElseThrow(), type, above));
    }
    return mark(container.get(), wrapper, type);
  }

  private Wrapper mark(Container found, Wrapper wrapper, TypeElement type) {
    Optional<Wrapper> marked = found.mark(wrapper, type);
    if (marked.isEmpty() && !toldOfLibrary) {
      toldOfLibrary = true;
      tools
          .reporter()
          .report(
              Diagnostic.BAD_OPTION,
              "-Amulligan.component=%s: the class path has no %s, whose annotations are needed; add it"
                  .formatted(tools.component().name().toLowerCase(Locale.ROOT), found.library()));
    }
    return marked.orElse(wrapper);
  }

  /** Tells whether there is, or will be, a wrapper of an interface that the container finds. */
  private boolean hasComponent(TypeElement type) {
    if (tools.sources().contain(type)) {
      return TypeObstacle.of(type).isEmpty()
          && Members.declared(type).stream().anyMatch(m -> !finder.find(m, type).isEmpty());
    }
    String packageName = Names.packageOf(type).getQualifiedName().toString();
    String name = Names.wrapper(type);
    return tools
        .visible(packageName.isEmpty() ? name : packageName + "." + name, type)
        .filter(container.orElseThrow()::finds)
        .isPresent();
  }

  private void warn(Candidate own, TypeElement type, TypeElement above) {
    tools
        .reporter()
        .report(
            Diagnostic.TWO_COMPONENTS,
            own.nearest().place(),
            tools.location(type),
            "the wrapper of this class and that of %s are both components; keep the policies in one of the two"
                .formatted(tools.location(above)));
  }
}
