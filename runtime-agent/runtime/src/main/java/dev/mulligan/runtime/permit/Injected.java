package dev.mulligan.runtime.permit;

import org.jspecify.annotations.Nullable;

/** A permit that was given, for an attempt that a test lets fail in place of the body. */
public final class Injected extends Skip {
  private final @Nullable Permit permit;

  /**
   * Creates the permit of such an attempt.
   *
   * @param permit the permit, or null if no policy wanted to be asked
   * @param exception what the body is made to throw
   */
  public Injected(@Nullable Permit permit, Throwable exception) {
    super(exception);
    this.permit = permit;
  }

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
