package dev.mulligan.processor.read;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Found.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;

/**
 * Watches that no two methods give their letters the same id, by which alone a replay in another
 * process knows what to call. Not thread-safe.
 */
final class SharedIds {
  private static final String POLICY = DeadLetter.class.getSimpleName();

  private final Tools tools;
  private final AnnotationText text;
  private final BinaryText types;
  private final Map<String, ExecutableElement> owners = new HashMap<>();

  SharedIds(Tools tools) {
    this.tools = tools;
    this.text = new AnnotationText(tools.elements());
    this.types = new BinaryText(tools);
  }

  /** Adds a method that is guarded, and reports an id that another one has. */
  void add(Candidate candidate) {
    for (Found found : candidate.policies()) {
      // Whatever implements an interface has the ids that the interface gives.
      if (found.policy().equals(POLICY) && found.origin() != Origin.INTERFACE) {
        id(found).ifPresent(id -> add(candidate.method(), found, id));
      }
    }
  }

  private Optional<String> id(Found found) {
    return Optional.ofNullable(
            Placeholders.defaults(text.of(found.annotation()).getOrDefault("id", "")))
        .filter(id -> !id.isEmpty());
  }

  private void add(ExecutableElement method, Found found, String id) {
    ExecutableElement owner = owners.putIfAbsent(id, method);
    if (owner == null || owner.equals(method) || implementsIt(method, owner)) {
      return;
    }
    tools.report(
        Diagnostic.ID_CLASH,
        found.place("id"),
        method,
        "@%s(id = %s): is the id of %s, too, and a replay could not tell their letters apart; give each its own"
            .formatted(POLICY, id, signature(owner)));
  }

  /** Where the wrapper of an interface guards a call, the object in it need not. */
  private boolean implementsIt(ExecutableElement one, ExecutableElement other) {
    return overrides(one, other) || overrides(other, one);
  }

  private boolean overrides(ExecutableElement method, ExecutableElement of) {
    return Members.declaring(of).getKind().isInterface()
        && tools.elements().overrides(method, of, Members.declaring(method));
  }

  private String signature(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> types.erased(parameter.asType()))
        .collect(Collectors.joining(",", tools.location(method) + "(", ")"));
  }
}
