package dev.mulligan.conformance;

import java.lang.reflect.Constructor;

/** What applies the policies in this run: a generated wrapper, the agent, or both at once. */
final class Engine {
  private static final String NAME = System.getProperty("conformance.engine", "wrapper");

  private Engine() {}

  /** Makes a guarded object: the wrapper where there are wrappers, else the class itself. */
  static <T> T guarded(Class<T> type) {
    try {
      Class<?> actual =
          NAME.equals("agent")
              ? type
              : Class.forName(type.getPackageName() + ".Resilient" + type.getSimpleName());
      Constructor<?> constructor = actual.getDeclaredConstructor();
      return type.cast(constructor.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no guarded " + type, e);
    }
  }
}
