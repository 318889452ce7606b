package dev.mulligan.runtime.permit;

import dev.mulligan.runtime.rejection.CallInterruptedException;

/** No permit, because whoever waited for it was interrupted. */
public final class Interrupted extends Skip {
  private final InterruptedException interrupt;

  /**
   * Creates it.
   *
   * @param policy the name of the policy that was waited for
   * @param interrupt what ended the wait
   */
  public Interrupted(String policy, InterruptedException interrupt) {
    super(new CallInterruptedException(policy, interrupt));
    this.interrupt = interrupt;
  }

  /**
   * Tells what ended the wait.
   *
   * @return the same instance
   */
  public InterruptedException interrupt() {
    return interrupt;
  }

  @Override
  public void succeeded() {}

  @Override
  public void failed() {}

  @Override
  public void neutral() {}
}
