package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.Problem;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Checks the classes that the runtime will create, and whether there is work for them. */
final class CreatedClasses {
  private static final String BACKOFF = "custom";
  private static final String PREDICATE = "onResult";

  /** Stands for "none" there; nobody creates it. */
  private static final String OURS = "dev.mulligan.annotations.";

  private final Types types;
  private final List<Problem> problems;

  private CreatedClasses(Types types, List<Problem> problems) {
    this.types = types;
    this.problems = problems;
  }

  /** Tells whether a retry policy names any. */
  static boolean areIn(Map<String, String> retry) {
    return retry.containsKey(BACKOFF) || retry.containsKey(PREDICATE);
  }

  /** Adds what is wrong with those that a method's retry policy names. */
  static void check(
      Types types, MethodInfo method, Map<String, String> retry, List<Problem> problems) {
    CreatedClasses classes = new CreatedClasses(types, problems);
    classes.check(BACKOFF, retry.get(BACKOFF));
    String predicate = retry.get(PREDICATE);
    classes.check(PREDICATE, predicate);
    if (predicate != null && method.result().getSort() == Type.VOID) {
      classes.add(
          PREDICATE,
          predicate,
          "a method without a result has nothing that onResult could look at; leave it out");
    }
  }

  private void check(String attribute, @Nullable String name) {
    if (name == null || name.equals(MethodPolicies.UNKNOWN) || name.startsWith(OURS)) {
      return;
    }
    TypeInfo type = types.find(name.replace('.', '/'));
    if (type != null && !canBeCreated(type)) {
      add(
          attribute,
          name,
          "must be a class that can be created: static, not abstract, with a constructor without"
              + " parameters that is not private");
    }
  }

  private void add(String attribute, String value, String message) {
    problems.add(new Problem("Retry", attribute, value, message));
  }

  /** The constructor of a class that is not static takes the object around it. */
  private static boolean canBeCreated(TypeInfo type) {
    if (!type.isConcrete() || type.isEnum()) {
      return false;
    }
    for (MethodInfo method : type.methods()) {
      if (method.name().equals("<init>") && method.parameters().isEmpty() && !method.isPrivate()) {
        return true;
      }
    }
    return false;
  }
}
