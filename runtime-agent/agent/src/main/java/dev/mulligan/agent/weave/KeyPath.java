package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import java.util.List;
import java.util.Locale;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Follows the path of a key from getter to getter. What cannot be read is no reason to refuse: the
 * runtime follows the path again.
 */
final class KeyPath {
  private final Types types;
  private final String owner;

  /**
   * Starts.
   *
   * @param types the types that the guarded class sees
   * @param owner the name of that class, with slashes
   */
  KeyPath(Types types, String owner) {
    this.types = types;
    this.owner = owner;
  }

  /** Tells why a path leads nowhere from a parameter's type; null if it does, or may. */
  @Nullable String trouble(String parameter, String path) {
    Type at = Type.getType(parameter);
    for (String property : path.split("\\.", -1)) {
      boolean isClass = at.getSort() == Type.OBJECT;
      MethodInfo getter = isClass ? getter(at.getInternalName(), property) : null;
      if (getter == null) {
        return isClass && !types.isComplete(at.getInternalName())
            ? null
            : at.getClassName() + " has no public method " + property + "()";
      }
      if (!isVisible(getter)) {
        return at.getClassName() + " is neither public nor in this package";
      }
      at = getter.result();
    }
    return null;
  }

  private @Nullable MethodInfo getter(String type, String property) {
    if (property.isEmpty()) {
      return null;
    }
    String capital = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    for (String name : List.of(property, "get" + capital, "is" + capital)) {
      MethodInfo found = find(types.find(type), name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable MethodInfo find(@Nullable TypeInfo type, String name) {
    if (type == null) {
      return null;
    }
    MethodInfo found = own(type, name);
    if (found == null) {
      found = find(types.find(type.superclass()), name);
    }
    for (int i = 0; found == null && i < type.interfaces().size(); i++) {
      found = find(types.find(type.interfaces().get(i)), name);
    }
    return found;
  }

  /** A bridge counts where it is all there is: it shows what a hidden superclass declares. */
  private static @Nullable MethodInfo own(TypeInfo type, String name) {
    MethodInfo found = null;
    for (MethodInfo method : type.methods()) {
      boolean fits =
          method.name().equals(name)
              && method.parameters().isEmpty()
              && method.isPublic()
              && !method.isStatic();
      if (fits && (found == null || found.isBridge())) {
        found = method;
      }
    }
    return found;
  }

  private boolean isVisible(MethodInfo getter) {
    TypeInfo declaring = types.find(getter.owner());
    return declaring == null
        || declaring.isPublic()
        || packageOf(getter.owner()).equals(packageOf(owner));
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('/') + 1);
  }
}
