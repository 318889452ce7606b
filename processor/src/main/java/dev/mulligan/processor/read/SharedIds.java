package dev.mulligan.processor.read;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.read.Found.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Watches that no two methods give their letters the same id, by which alone a replay in another
 * process knows what to call. Not thread-safe.
 */
final class SharedIds {
  private static final String POLICY = DeadLetter.class.getSimpleName();

  private final Tools tools;
  private final AnnotationText text;
  private final BinaryText types;
  private final Map<String, Owner> owners = new HashMap<>();

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
    Owner added = owner(method);
    Owner owner = owners.putIfAbsent(id, added);
    if (owner == null
        || owner.signature().equals(added.signature())
        || owner.implementsIt(added)
        || added.implementsIt(owner)) {
      return;
    }
    tools.report(
        Diagnostic.ID_CLASH,
        found.place("id"),
        method,
        "@%s(id = %s): is the id of %s, too, and a replay could not tell their letters apart; give each its own"
            .formatted(POLICY, id, owner.signature()));
  }

  private Owner owner(ExecutableElement method) {
    TypeElement type = Members.declaring(method);
    return new Owner(
        tools.location(type),
        method.getSimpleName().toString(),
        signature(method),
        Supertypes.interfaces(type).stream().map(tools::location).collect(Collectors.toSet()));
  }

  private String signature(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> types.erased(parameter.asType()))
        .collect(Collectors.joining(",", tools.location(method) + "(", ")"));
  }

  /** A method by its names: what the compiler gives for it does not outlive a round. */
  private record Owner(String type, String name, String signature, Set<String> interfaces) {
    /** Where the wrapper of an interface guards a call, the object in it need not. */
    boolean implementsIt(Owner other) {
      return interfaces.contains(other.type()) && name.equals(other.name());
    }
  }
}
