package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;

/** Knows the methods that every object or enum has: a policy for a whole class is not for them. */
final class OfEveryObject {
  private OfEveryObject() {}

  static boolean is(TypeInfo type, MethodInfo method) {
    return switch (method.name() + method.descriptor()) {
      case "hashCode()I", "toString()Ljava/lang/String;", "equals(Ljava/lang/Object;)Z" ->
          !method.isStatic();
      default -> type.isEnum() && method.isStatic() && isOfEnum(method);
    };
  }

  private static boolean isOfEnum(MethodInfo method) {
    return switch (method.name()) {
      case "values" -> method.parameters().isEmpty();
      case "valueOf" -> method.descriptor().startsWith("(Ljava/lang/String;)");
      default -> false;
    };
  }
}
