package dev.mulligan.processor.read;

import dev.mulligan.annotations.Fallback;
import dev.mulligan.processor.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Looks for the method that a fallback names, and tells what is wrong with it. */
final class FallbackCheck {
  private static final String POLICY = Fallback.class.getSimpleName();

  private final Tools tools;
  private final AsyncResults async;
  private final FallbackSearch search;
  private final AnnotationText text;

  FallbackCheck(Tools tools, AsyncResults async) {
    this.tools = tools;
    this.async = async;
    this.search = new FallbackSearch(tools);
    this.text = new AnnotationText(tools.elements());
  }

  /** Reports unless exactly one method fits; a name that only configuration tells is not known. */
  void check(Candidate candidate) {
    for (Found found : candidate.policies()) {
      if (found.policy().equals(POLICY)) {
        String written = text.of(found.annotation()).getOrDefault("value", "");
        String name = Placeholders.defaults(written);
        if (name != null && !name.isBlank()) {
          trouble(candidate.method(), name.strip())
              .ifPresent(trouble -> report(candidate.method(), found, written, trouble));
        }
      }
    }
  }

  private void report(ExecutableElement method, Found found, String written, String trouble) {
    tools.report(
        Diagnostic.BAD_FALLBACK,
        found.place("value"),
        method,
        "@Fallback(value = %s): %s".formatted(written, trouble));
  }

  private Optional<String> trouble(ExecutableElement method, String name) {
    TypeElement type = Members.declaring(method);
    FallbackFit fit = new FallbackFit(tools, async, method);
    List<ExecutableElement> named = search.named(type, name);
    List<ExecutableElement> fitting =
        named.stream().filter(candidate -> fit.mismatch(candidate).isEmpty()).toList();
    if (fitting.size() > 1) {
      return Optional.of(
          fitting.size() + " methods of that name fit; give one of them another name");
    }
    if (fitting.isEmpty()) {
      return Optional.of(missing(fit, type, name, named));
    }
    ExecutableElement fallback = fitting.get(0);
    if (fallback.equals(method)) {
      return Optional.of("the method would answer for itself; name another one");
    }
    return fit.surprise(fallback, type).map(trouble -> misfit(fallback, trouble));
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
