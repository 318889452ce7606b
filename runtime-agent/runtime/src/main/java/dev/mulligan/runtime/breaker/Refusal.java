package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.rejection.CircuitOpenException;

/**
 * A permit that was not given.
 *
 * @param exception what the caller gets, an instance of its own
 */
public record Refusal(CircuitOpenException exception) implements Permit {
  @Override
  public void succeeded() {}

  @Override
  public void failed() {}

  @Override
  public void neutral() {}
}
