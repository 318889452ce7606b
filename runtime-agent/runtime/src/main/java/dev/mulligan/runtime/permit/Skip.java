package dev.mulligan.runtime.permit;

/**
 * In place of a permit: the attempt has failed before the body was called.
 *
 * <p>A class and not an interface, because every call asks whether its permit is one: asking for a
 * class compares one word, asking for an interface searches a list, which costs ten times as much
 * as all the rest of a successful call.
 */
public abstract sealed class Skip implements Permit permits Refusal, Interrupted, Injected {
  private final Throwable exception;

  Skip(Throwable exception) {
    this.exception = exception;
  }

  /**
   * Tells what the attempt ends with.
   *
   * @return an instance of its own
   */
  public Throwable exception() {
    return exception;
  }
}
