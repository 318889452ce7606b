package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.permit.Permit;
import org.jspecify.annotations.Nullable;

/** How the next attempt of a call asks for its permit. */
@FunctionalInterface
interface Entrance {
  @Nullable Permit enter(@Nullable Object keyArgument, Patience patience);
}
