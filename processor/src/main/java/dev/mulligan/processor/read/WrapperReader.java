package dev.mulligan.processor.read;

import dev.mulligan.processor.model.Method;
import dev.mulligan.processor.model.Parameter;
import dev.mulligan.processor.model.Signature;
import dev.mulligan.processor.model.Visibility;
import dev.mulligan.processor.model.Wrapper;
import dev.mulligan.processor.model.Wrapper.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;

/** Reads a type, checks its policies, and plans its wrapper. Not thread-safe. */
public final class WrapperReader {
  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final Tools tools;
  private final PolicyFinder finder;
  private final Members members;
  private final MethodCheck checks;
  private final MethodReader methods;
  private final GuardedReader guarded;
  private final SignatureReader signatures;
  private final Components components;
  private final LanguageNames language;

  /** Creates a reader that remembers what it has seen, for one compilation. */
  public WrapperReader(Tools tools) {
    this.tools = tools;
    this.finder = new PolicyFinder(tools);
    this.members = new Members(tools);
    this.checks = new MethodCheck(tools);
    this.guarded = new GuardedReader(tools);
    this.methods = new MethodReader(tools, guarded);
    this.signatures = new SignatureReader(tools);
    this.components = new Components(tools, finder);
    this.language = new LanguageNames(tools.elements());
  }

  /**
   * Reads one type.
   *
   * @param type a class, an interface or an annotation type
   * @return its wrapper, and its methods that have policies
   */
  public Reading read(TypeElement type) {
    if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
      checks.check(type, finder.findOn(type));
      return Reading.NOTHING;
    }
    if (Names.isWrapper(type)) {
      return Reading.NOTHING;
    }
    List<Candidate> found =
        Members.declared(type).stream().map(m -> new Candidate(m, finder.find(m, type))).toList();
    if (found.stream().noneMatch(Candidate::isGuarded)) {
      return Reading.NOTHING;
    }
    List<Candidate> declared =
        found.stream().map(c -> c.isGuarded() ? checks.check(c) : c).toList();
    boolean possible = isPossible(type, found);
    return new Reading(
        possible ? components.mark(wrapper(type, declared), type, found) : null,
        guarded(type, found, declared, possible));
  }

  private List<Guarded> guarded(
      TypeElement type, List<Candidate> found, List<Candidate> checked, boolean possible) {
    List<Guarded> methods = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).isGuarded()) {
        boolean wrapped = possible && checked.get(i).isGuarded();
        methods.add(guarded.read(found.get(i), type, wrapped));
      }
    }
    return methods;
  }

  private boolean isPossible(TypeElement type, List<Candidate> found) {
    if (!tools.engine().writesWrappers()) {
      return false;
    }
    Optional<TypeObstacle> obstacle = TypeObstacle.of(type);
    if (obstacle.isPresent() && tools.engine().needsWrappers()) {
      // A type that only implements an annotated interface is guarded by that one's wrapper.
      found.stream()
          .filter(Candidate::isAskedFor)
          .findFirst()
          .ifPresent(
              first ->
                  tools
                      .reporter()
                      .report(
                          obstacle.get().diagnostic(),
                          first.nearest().place(),
                          tools.location(type),
                          obstacle.get().message()));
    }
    return obstacle.isEmpty();
  }

  private Wrapper wrapper(TypeElement type, List<Candidate> declared) {
    Kind kind = type.getKind().isInterface() ? Kind.DELEGATE : Kind.SUBCLASS;
    return new Wrapper(
        Names.wrapper(type),
        signatures.self(type),
        kind,
        isPublic(type),
        kind == Kind.SUBCLASS && type.getModifiers().contains(Modifier.ABSTRACT),
        tools.elements().isDeprecated(type),
        isGeneratedVisible(type),
        List.of(),
        signatures.typeParameters(
            type.getTypeParameters().stream().map(TypeParameterElement::asType).toList()),
        kind == Kind.DELEGATE ? List.of(taker(type)) : constructors(type),
        methods(type, kind, declared),
        hiddenNames(type));
  }

  private List<Method> methods(TypeElement type, Kind kind, List<Candidate> declared) {
    List<Candidate> all = new ArrayList<>(declared);
    for (ExecutableElement method : members.inherited(type)) {
      Candidate inherited = new Candidate(method, finder.find(method, type));
      // A class may leave a method of its interface to its subclasses.
      boolean callable =
          kind == Kind.DELEGATE || !method.getModifiers().contains(Modifier.ABSTRACT);
      all.add(callable && checks.allows(inherited, type) ? inherited : inherited.unguarded());
    }
    Names names = new Names();
    return all.stream()
        .filter(c -> c.isGuarded() || (kind == Kind.DELEGATE && mustDelegate(c.method())))
        .map(c -> methods.read(c, type, names))
        .toList();
  }

  private static boolean mustDelegate(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return !modifiers.contains(Modifier.STATIC)
        && !modifiers.contains(Modifier.PRIVATE)
        && !isOfObject(method);
  }

  /**
   * Interfaces like to repeat {@code equals}; a wrapper that passes it on is not equal to itself.
   */
  private static boolean isOfObject(ExecutableElement method) {
    return switch (method.getSimpleName().toString()) {
      case "hashCode", "toString" -> method.getParameters().isEmpty();
      case "equals" ->
          method.getParameters().size() == 1
              && method.getParameters().get(0).asType().toString().equals("java.lang.Object");
      default -> false;
    };
  }

  private List<Signature> constructors(TypeElement type) {
    return TypeObstacle.visibleConstructors(type).stream()
        .map(c -> signatures.signature(c, (ExecutableType) c.asType(), c.getThrownTypes()))
        .toList();
  }

  /** The constructor that takes the object around which the wrapper of an interface stands. */
  private Signature taker(TypeElement type) {
    Parameter delegate =
        new Parameter(Wrapper.DELEGATE, signatures.self(type), List.of(), List.of());
    return new Signature(
        isPublic(type) ? Visibility.PUBLIC : Visibility.PACKAGE,
        false,
        List.of(),
        List.of(),
        List.of(delegate),
        false,
        false,
        List.of());
  }

  private static boolean isPublic(TypeElement type) {
    for (Element outer = type; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
      if (!outer.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private boolean isGeneratedVisible(TypeElement type) {
    return tools.visible(GENERATED, type).isPresent();
  }

  private Set<String> hiddenNames(TypeElement type) {
    Set<String> names = new TreeSet<>();
    List<? extends Element> all = tools.elements().getAllMembers(type);
    ElementFilter.methodsIn(all).forEach(m -> names.add(m.getSimpleName().toString()));
    ElementFilter.typesIn(all).forEach(t -> names.add(t.getSimpleName().toString()));
    names.addAll(language.hiddenIn(Names.packageOf(type)));
    return names;
  }
}
