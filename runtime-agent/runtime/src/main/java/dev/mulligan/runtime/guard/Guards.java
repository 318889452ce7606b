package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.Signature;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

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
    return new GuardBuilder(lookup, declaring, name, Signature.of(type), Written.Engine.WRAPPED);
  }

  /**
   * Takes what a generated wrapper stands around. Its class may have been woven at build time, and
   * its policies are then not to be applied twice.
   *
   * @param delegate what the wrapper stands around
   * @param <T> its type
   * @return the same
   * @throws NullPointerException if it is null
   */
  public static <T> T delegate(T delegate) {
    WovenEarlier.look(Objects.requireNonNull(delegate).getClass());
    return delegate;
  }
}
