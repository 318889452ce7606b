package dev.mulligan.agent.weave;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.description.type.TypeList;
import net.bytebuddy.matcher.ElementMatchers;

/** Knows the methods that every object or enum has: a policy for a whole class is not for them. */
final class OfEveryObject {
  private OfEveryObject() {}

  static boolean is(TypeDescription type, MethodDescription.InDefinedShape method) {
    return ElementMatchers.isHashCode().matches(method)
        || ElementMatchers.isEquals().matches(method)
        || ElementMatchers.isToString().matches(method)
        || (type.isEnum() && isOfEnum(method));
  }

  private static boolean isOfEnum(MethodDescription.InDefinedShape method) {
    TypeList parameters = method.getParameters().asTypeList().asErasures();
    return method.isStatic()
        && switch (method.getName()) {
          case "values" -> parameters.isEmpty();
          case "valueOf" -> parameters.size() == 1 && parameters.get(0).represents(String.class);
          default -> false;
        };
  }
}
