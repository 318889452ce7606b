package dev.mulligan.processor.read;

import dev.mulligan.processor.model.Wrapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one type.
 *
 * @param wrapper its wrapper; null if it has no policies, or can have no wrapper, or none is wanted
 * @param guarded the methods that it declares and that have policies
 */
public record Reading(@Nullable Wrapper wrapper, List<Guarded> guarded) {
  /** What is read of a type without policies. */
  static final Reading NOTHING = new Reading(null, List.of());
}
