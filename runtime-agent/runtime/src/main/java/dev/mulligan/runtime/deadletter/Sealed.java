package dev.mulligan.runtime.deadletter;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Tells the subtypes of a sealed type apart by their names, where the application has not said how.
 * A name is compared with those of the permitted subtypes; it is no way to load a class.
 */
final class Sealed {
  private static final JsonTypeInfo.Value BY_NAME =
      JsonTypeInfo.Value.construct(
          JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "@type", null, false, true, null);

  private Sealed() {}

  static JsonTypeInfo.@Nullable Value typeInfo(Class<?> type) {
    return isBelowSealed(type) ? BY_NAME : null;
  }

  private static boolean isBelowSealed(@Nullable Class<?> type) {
    if (type == null || isOfJdk(type) || type.isEnum() || type.isArray()) {
      return false;
    }
    if (type.isSealed() || isBelowSealed(type.getSuperclass())) {
      return true;
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (isBelowSealed(parent)) {
        return true;
      }
    }
    return false;
  }

  /** What the JDK seals, it seals for reasons of its own. */
  private static boolean isOfJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
