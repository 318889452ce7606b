package dev.mulligan.runtime.permit;

import dev.mulligan.runtime.rejection.RejectedCallException;

/** A permit that was not given. */
public final class Refusal extends Skip {
  /**
   * Creates a refusal.
   *
   * @param exception what the caller gets, an instance of its own
   */
  public Refusal(RejectedCallException exception) {
    super(exception);
  }

  @Override
  public void succeeded() {}

  @Override
  public void failed() {}

  @Override
  public void neutral() {}
}
