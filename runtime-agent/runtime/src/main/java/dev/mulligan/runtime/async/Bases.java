package dev.mulligan.runtime.async;

/** Finds a public superclass by its name. */
final class Bases {
  private Bases() {}

  static Class<?> named(Class<?> type, String name) {
    for (Class<?> base = type; base != null; base = base.getSuperclass()) {
      if (base.getName().equals(name)) {
        return base;
      }
    }
    for (Class<?> each : type.getInterfaces()) {
      if (each.getName().equals(name)) {
        return each;
      }
    }
    Class<?> above = type.getSuperclass();
    if (above == null) {
      throw new IllegalArgumentException(type.getName() + " is no " + name);
    }
    return named(above, name);
  }
}
