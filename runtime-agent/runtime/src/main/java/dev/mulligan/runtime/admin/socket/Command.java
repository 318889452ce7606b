package dev.mulligan.runtime.admin.socket;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries a command out. */
@FunctionalInterface
public interface Command {
  /**
   * Answers a request.
   *
   * @param request plain values
   * @return plain values
   * @throws Exception what the operator is told
   */
  @Nullable Object answer(Map<String, @Nullable Object> request) throws Exception;
}
