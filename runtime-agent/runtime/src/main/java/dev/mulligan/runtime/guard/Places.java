package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.bulkhead.Bulkhead;
import dev.mulligan.runtime.permit.Permit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The permits of a bulkhead. A place has no identity, so one object stands for all of them; joined
 * to a breaker's permit it is remembered, because a closed breaker gives the same permit again and
 * again. Thread-safe.
 */
final class Places {
  private final Bulkhead bulkhead;
  private final Permit alone;
  private @Nullable Joined last;

  Places(Bulkhead bulkhead) {
    this.bulkhead = bulkhead;
    this.alone = new Joined(bulkhead, null);
  }

  Bulkhead bulkhead() {
    return bulkhead;
  }

  /** Joins a place that was taken to the permit of the policies around it. */
  Permit with(@Nullable Permit permit) {
    if (permit == null) {
      return alone;
    }
    // A race is harmless: whoever reads another thread's object compares what is in it.
    Joined known = last;
    if (known == null || known.permit != permit) {
      known = new Joined(bulkhead, permit);
      last = known;
    }
    return known;
  }

  private record Joined(Bulkhead bulkhead, @Nullable Permit permit) implements Permit {
    @Override
    public void succeeded() {
      bulkhead.leave();
      settle(Permit::succeeded);
    }

    @Override
    public void failed() {
      bulkhead.leave();
      settle(Permit::failed);
    }

    @Override
    public void neutral() {
      bulkhead.leave();
      settle(Permit::neutral);
    }

    /** Never throws: the place has been given back, and must not be a second time. */
    private void settle(Consumer<Permit> result) {
      try {
        if (permit != null) {
          result.accept(permit);
        }
      } catch (Throwable broken) {
        giveBack(permit);
      }
    }

    private static void giveBack(@Nullable Permit permit) {
      try {
        if (permit != null) {
          permit.neutral();
        }
      } catch (Throwable broken) {
        // A probe that is not given back loses its permit to the next after an open time.
      }
    }
  }
}
