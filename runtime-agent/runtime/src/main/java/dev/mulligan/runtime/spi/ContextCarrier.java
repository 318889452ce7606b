package dev.mulligan.runtime.spi;

/**
 * Carries what an application keeps in thread-locals to the threads of further attempts: those of
 * asynchronous methods, and all attempts of a method with a timeout. Found by {@link
 * java.util.ServiceLoader} through the class loader of the guarded class, called by many threads at
 * once. The logging context (MDC) and the context class loader are carried without one.
 *
 * <p>What these methods throw is logged; the call goes on without that context.
 */
@FunctionalInterface
public interface ContextCarrier {
  /**
   * Captures the context of the current thread, once a call.
   *
   * @return the captured context
   */
  Captured capture();

  /** A context, away from its thread. */
  @FunctionalInterface
  interface Captured {
    /**
     * Puts the context on the current thread.
     *
     * @return puts back what was there before
     */
    Runnable attach();
  }
}
