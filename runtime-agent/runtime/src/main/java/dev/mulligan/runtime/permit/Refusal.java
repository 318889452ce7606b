package dev.mulligan.runtime.permit;

import dev.mulligan.runtime.rejection.RejectedCallException;

/**
 * A permit that was not given.
 *
 * @param exception what the caller gets, an instance of its own
 */
public record Refusal(RejectedCallException exception) implements Skip {
  @Override
  public void succeeded() {}

  @Override
  public void failed() {}

  @Override
  public void neutral() {}
}
