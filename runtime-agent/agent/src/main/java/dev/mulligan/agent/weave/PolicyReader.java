package dev.mulligan.agent.weave;

import dev.mulligan.annotations.Bulkhead;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.guard.GuardText;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.annotation.AnnotationSource;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Reads the policies of a class's methods from its class file, and checks them. */
final class PolicyReader {
  private static final List<Class<? extends Annotation>> POLICIES =
      List.of(
          Fallback.class,
          DeadLetter.class,
          Retry.class,
          CircuitBreaker.class,
          RateLimit.class,
          Timeout.class,
          Bulkhead.class);

  private final TypeDescription type;
  private final FilePolicies file;

  PolicyReader(TypeDescription type, FilePolicies file) {
    this.type = type;
    this.file = file;
  }

  /**
   * Finds the annotations that apply to a method: its own, then for public methods those of its
   * class, then those of the interface methods that it implements, then those that stand on other
   * annotations of any of these. The first of each kind wins. A method without any gets what the
   * policy file has for it.
   *
   * @throws IllegalArgumentException if the file leaves open which policy is meant
   */
  MethodPolicyText policiesOf(MethodDescription.InDefinedShape method) {
    List<AnnotationSource> sources = new ArrayList<>();
    sources.add(method);
    if (isReachedByClass(method)) {
      sources.add(type);
    }
    sources.addAll(implementedBy(method));
    Map<String, Map<String, String>> found = new LinkedHashMap<>();
    for (Class<? extends Annotation> policy : POLICIES) {
      AnnotationDescription annotation = Annotations.find(sources, policy);
      if (annotation != null) {
        found.put(policy.getSimpleName(), AnnotationText.of(annotation));
      }
    }
    return found.isEmpty() ? file.of(method) : MethodPolicyText.of(found);
  }

  private boolean isReachedByClass(MethodDescription.InDefinedShape method) {
    return method.isPublic() && !type.isAnnotation() && !OfEveryObject.is(type, method);
  }

  private List<MethodDescription> implementedBy(MethodDescription.InDefinedShape method) {
    return method.isVirtual() ? ImplementedMethods.of(type, method) : List.of();
  }

  /**
   * Checks the policies and writes the guard.
   *
   * @throws PolicyException if a policy is impossible
   */
  GuardText guardOf(MethodDescription.InDefinedShape method, MethodPolicyText policies) {
    MethodPolicies checked = MethodPolicies.read(location(method), withDefaults(policies.values()));
    if (checked.fallback() != null) {
      new FallbackCheck(type, this::fallbackName).check(method, checked.fallback().method());
    }
    GuardText text = new GuardText();
    if (method.isStatic()) {
      text.isStatic();
    }
    for (ParameterDescription parameter : method.getParameters()) {
      text.parameter(parameter.isNamed() ? parameter.getName() : "arg" + parameter.getIndex());
      if (parameterAnnotation(method, parameter.getIndex(), Redact.class) != null) {
        text.redact(parameter.getIndex());
      }
    }
    int key = keyIndex(method, policies);
    if (key >= 0) {
      text.key(key, keyPath(method, key, policies));
    }
    if (policies.fromFile() != null) {
      text.name(policies.fromFile().name());
    }
    policies.inGuard().forEach(text::policy);
    return text;
  }

  private Optional<String> fallbackName(MethodDescription method) {
    Map<String, String> written = policiesOf(method.asDefined()).values().get("Fallback");
    return written == null
        ? Optional.empty()
        : Optional.of(Config.defaults(written.getOrDefault("value", "")).strip());
  }

  /**
   * Finds the parameter that is the key.
   *
   * @throws PolicyException if there are two, or the file names one that does not exist
   */
  int keyIndex(MethodDescription.InDefinedShape method, MethodPolicyText policies) {
    if (policies.fromFile() != null) {
      try {
        return FilePolicies.keyIndex(method, policies.fromFile());
      } catch (IllegalArgumentException e) {
        throw noKey(
            method, String.valueOf(policies.fromFile().key()), String.valueOf(e.getMessage()));
      }
    }
    int found = -1;
    for (int index = 0; index < method.getParameters().size(); index++) {
      if (parameterAnnotation(method, index, Key.class) != null) {
        if (found >= 0) {
          throw noKey(method, "", "must be on one parameter of a method alone");
        }
        found = index;
      }
    }
    return found;
  }

  private PolicyException noKey(MethodDescription method, String value, String why) {
    return new PolicyException(location(method), List.of(new Problem("Key", "path", value, why)));
  }

  private String location(MethodDescription method) {
    return type.getName() + "#" + method.getName();
  }

  private String keyPath(
      MethodDescription.InDefinedShape method, int index, MethodPolicyText policies) {
    if (policies.fromFile() != null) {
      return policies.fromFile().keyPath();
    }
    AnnotationDescription key = parameterAnnotation(method, index, Key.class);
    return key == null ? "" : AnnotationText.of(key).getOrDefault("path", "");
  }

  /** The parameter's own annotation, or that of an interface method's parameter. */
  private @Nullable AnnotationDescription parameterAnnotation(
      MethodDescription.InDefinedShape method, int index, Class<? extends Annotation> annotation) {
    ParameterDescription parameter = method.getParameters().get(index);
    AnnotationDescription found = parameter.getDeclaredAnnotations().ofType(annotation);
    for (MethodDescription implemented : implementedBy(method)) {
      if (found == null) {
        ParameterDescription inherited = implemented.getParameters().get(index);
        found = inherited.getDeclaredAnnotations().ofType(annotation);
      }
    }
    return found;
  }

  /** Placeholders are resolved when the method is linked; here their defaults are checked. */
  private static Map<String, Map<String, String>> withDefaults(
      Map<String, Map<String, String>> policies) {
    Map<String, Map<String, String>> checked = new LinkedHashMap<>();
    policies.forEach(
        (policy, attributes) -> {
          Map<String, String> values = new LinkedHashMap<>();
          attributes.forEach(
              (name, text) -> {
                String value = Config.defaults(text);
                values.put(name, value.contains("${") ? MethodPolicies.UNKNOWN : value);
              });
          checked.put(policy, values);
        });
    return checked;
  }
}
