package dev.mulligan.processor.read;

import dev.mulligan.annotations.Fallback;
import dev.mulligan.processor.diagnostic.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Looks for the method that a fallback names, and tells what is wrong with it. */
final class FallbackCheck {
  private static final String POLICY = Fallback.class.getSimpleName();

  private final Tools tools;
  private final AsyncResults async;
  private final PolicyFinder finder;
  private final FallbackSearch search;
  private final AnnotationText text;

  FallbackCheck(Tools tools, AsyncResults async) {
    this.tools = tools;
    this.async = async;
    this.finder = new PolicyFinder(tools);
    this.search = new FallbackSearch(tools);
    this.text = new AnnotationText(tools.elements());
  }

  /** Reports unless exactly one method fits; a name that only configuration tells is not known. */
  void check(Candidate candidate) {
    for (Found found : candidate.policies()) {
      name(found)
          .flatMap(name -> trouble(candidate.method(), name))
          .ifPresent(trouble -> report(candidate.method(), found, trouble));
    }
  }

  private Optional<String> name(Found found) {
    return found.policy().equals(POLICY)
        ? Optional.ofNullable(Placeholders.defaults(written(found)))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  private String written(Found found) {
    return text.of(found.annotation()).getOrDefault("value", "");
  }

  private void report(ExecutableElement method, Found found, String trouble) {
    tools.report(
        Diagnostic.BAD_FALLBACK,
        found.place("value"),
        method,
        "@Fallback(value = %s): %s".formatted(written(found), trouble));
  }

  private Optional<String> trouble(ExecutableElement method, String name) {
    TypeElement type = Members.declaring(method);
    FallbackFit fit = new FallbackFit(tools, async, method);
    List<ExecutableElement> fitting = fitting(method, name);
    if (fitting.size() > 1) {
      return Optional.of(
          fitting.size() + " methods of that name fit; give one of them another name");
    }
    if (fitting.isEmpty()) {
      return Optional.of(missing(fit, type, name, search.named(type, name)));
    }
    ExecutableElement fallback = fitting.get(0);
    if (fallback.equals(method)) {
      return Optional.of("the method would answer for itself; name another one");
    }
    if (leadsBack(fallback, method)) {
      return Optional.of(
          "its own fallback leads back to this method; one of them must not have any");
    }
    return fit.surprise(fallback, type).map(trouble -> misfit(fallback, trouble));
  }

  private List<ExecutableElement> fitting(ExecutableElement method, String name) {
    FallbackFit fit = new FallbackFit(tools, async, method);
    List<ExecutableElement> fitting =
        search.named(Members.declaring(method), name).stream()
            .filter(candidate -> fit.mismatch(candidate).isEmpty())
            .toList();
    // A method of the same name is meant, not the method itself.
    return fitting.size() > 1
        ? fitting.stream().filter(candidate -> !candidate.equals(method)).toList()
        : fitting;
  }

  /** Follows the fallbacks of a fallback: those that never end would overflow the stack. */
  private boolean leadsBack(ExecutableElement fallback, ExecutableElement method) {
    Set<ExecutableElement> seen = new HashSet<>();
    Optional<ExecutableElement> next = Optional.of(fallback);
    while (next.isPresent() && seen.add(next.get())) {
      next = next.flatMap(this::fallbackOf);
      if (next.filter(method::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Optional<ExecutableElement> fallbackOf(ExecutableElement method) {
    return finder.find(method, Members.declaring(method)).stream()
        .flatMap(found -> name(found).stream())
        .flatMap(name -> fitting(method, name).stream())
        .findFirst();
  }

  private String missing(
      FallbackFit fit, TypeElement type, String name, List<ExecutableElement> named) {
    if (named.isEmpty()) {
      return "there is no method %s in %s; %s"
          .formatted(name, tools.location(type), fit.wantedParameters());
    }
    ExecutableElement first = named.get(0);
    return named.size() > 1
        ? "none of the %d methods of that name fits; for the first, %s"
            .formatted(named.size(), fit.mismatch(first).orElseThrow())
        : misfit(first, fit.mismatch(first).orElseThrow());
  }

  private static String misfit(ExecutableElement fallback, String trouble) {
    return "%s(%s) does not fit: %s"
        .formatted(
            fallback.getSimpleName(),
            TypeText.ofAll(fallback.getParameters().stream().map(p -> p.asType()).toList()),
            trouble);
  }
}
