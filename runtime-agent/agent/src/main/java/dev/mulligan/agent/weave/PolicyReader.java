package dev.mulligan.agent.weave;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.guard.GuardText;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.annotation.AnnotationList;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Reads the policies of a class's methods from its class file, and checks them. */
final class PolicyReader {
  private static final List<Class<? extends Annotation>> POLICIES =
      List.of(Retry.class, CircuitBreaker.class, DeadLetter.class);

  private final TypeDescription type;

  PolicyReader(TypeDescription type) {
    this.type = type;
  }

  /**
   * Finds the annotations that apply to a method: its own, and for public methods those of its
   * class. The method's own win.
   */
  Map<String, Map<String, String>> policiesOf(MethodDescription.InDefinedShape method) {
    Map<String, Map<String, String>> found = new LinkedHashMap<>();
    for (Class<? extends Annotation> policy : POLICIES) {
      AnnotationDescription annotation = method.getDeclaredAnnotations().ofType(policy);
      if (annotation == null && method.isPublic() && !type.isAnnotation()) {
        annotation = type.getDeclaredAnnotations().ofType(policy);
      }
      if (annotation != null) {
        found.put(policy.getSimpleName(), AnnotationText.of(annotation));
      }
    }
    return found;
  }

  /**
   * Checks the policies and writes the guard.
   *
   * @throws PolicyException if a policy is impossible
   */
  GuardText guardOf(
      MethodDescription.InDefinedShape method, Map<String, Map<String, String>> policies) {
    String location = type.getName() + "#" + method.getName();
    MethodPolicies.read(location, withDefaults(policies));
    GuardText text = new GuardText();
    if (method.isStatic()) {
      text.isStatic();
    }
    for (ParameterDescription parameter : method.getParameters()) {
      text.parameter(parameter.isNamed() ? parameter.getName() : "arg" + parameter.getIndex());
      if (parameter.getDeclaredAnnotations().isAnnotationPresent(Redact.class)) {
        text.redact(parameter.getIndex());
      }
    }
    int key = keyIndex(method);
    if (key >= 0) {
      text.key(key, keyPath(method.getParameters().get(key)));
    }
    policies.forEach(text::policy);
    return text;
  }

  int keyIndex(MethodDescription.InDefinedShape method) {
    int found = -1;
    for (ParameterDescription parameter : method.getParameters()) {
      if (parameter.getDeclaredAnnotations().isAnnotationPresent(Key.class)) {
        if (found >= 0) {
          Problem twice =
              new Problem("Key", "path", "", "must be on one parameter of a method alone");
          throw new PolicyException(type.getName() + "#" + method.getName(), List.of(twice));
        }
        found = parameter.getIndex();
      }
    }
    return found;
  }

  private static String keyPath(ParameterDescription parameter) {
    AnnotationList annotations = parameter.getDeclaredAnnotations();
    @Nullable AnnotationDescription key = annotations.ofType(Key.class);
    return key == null ? "" : AnnotationText.of(key).getOrDefault("path", "");
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
                if (!value.contains("${")) {
                  values.put(name, value);
                }
              });
          checked.put(policy, values);
        });
    return checked;
  }
}
