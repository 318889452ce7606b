package dev.mulligan.runtime.spi;

import org.jspecify.annotations.Nullable;

/**
 * Finds the object on which a dead letter is replayed, for example in a container. Found by {@link
 * java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface TargetResolver {
  /**
   * Finds the receiver of a call.
   *
   * @param type the class that declares the method
   * @return an instance, or null if this resolver knows none
   */
  @Nullable Object resolve(Class<?> type);
}
