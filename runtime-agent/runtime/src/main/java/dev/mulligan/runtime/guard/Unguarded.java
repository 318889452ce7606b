package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.permit.Permit;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a permit where Mulligan itself broke on the way in: the body runs once, and what
 * becomes of it is the caller's.
 *
 * @param held what had been given until then, or null
 */
record Unguarded(@Nullable Permit held) implements Permit {
  @Override
  public void succeeded() {
    if (held != null) {
      held.succeeded();
    }
  }

  @Override
  public void failed() {
    if (held != null) {
      held.failed();
    }
  }

  @Override
  public void neutral() {
    if (held != null) {
      held.neutral();
    }
  }
}
