package dev.mulligan.runtime.permit;

import org.jspecify.annotations.Nullable;

/**
 * A permit that was given, for an attempt that a test lets fail in place of the body.
 *
 * @param permit the permit, or null if no policy wanted to be asked
 * @param exception what the body is made to throw
 */
public record Injected(@Nullable Permit permit, Throwable exception) implements Skip {
  @Override
  public void succeeded() {
    if (permit != null) {
      permit.succeeded();
    }
  }

  @Override
  public void failed() {
    if (permit != null) {
      permit.failed();
    }
  }

  @Override
  public void neutral() {
    if (permit != null) {
      permit.neutral();
    }
  }
}
