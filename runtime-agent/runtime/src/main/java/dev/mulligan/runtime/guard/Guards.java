package dev.mulligan.runtime.guard;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Where guards come from. */
public final class Guards {
  private Guards() {}

  /**
   * Starts the guard of a method, as generated wrappers do.
   *
   * @param lookup of the wrapper, which may call the method
   * @param declaring the class or interface that declares the method
   * @param name the method's name
   * @param type its parameters and result, without the receiver
   * @return a builder
   */
  public static GuardBuilder method(
      MethodHandles.Lookup lookup, Class<?> declaring, String name, MethodType type) {
    return new GuardBuilder(lookup, declaring, name, type, Written.Engine.WRAPPED);
  }
}
