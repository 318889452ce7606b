package dev.mulligan.runtime.permit;

/** In place of a permit: the attempt has failed before the body was called. */
public sealed interface Skip extends Permit permits Refusal, Injected {
  /**
   * Tells what the attempt ends with.
   *
   * @return an instance of its own
   */
  Throwable exception();
}
