package dev.mulligan.runtime.admin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done when an operator sends a command. Called on a thread of its own; thread-safe. */
@FunctionalInterface
public interface AdminCommand {
  /**
   * Carries the command out. What a request says is data: no class, path, address or expression in
   * it may be loaded or evaluated.
   *
   * @param request the request, {@code command} included; its values are maps, lists, strings,
   *     numbers, booleans and null
   * @return a map, whose entries become the answer's, or any other value of these kinds, which
   *     becomes the answer's {@code result}; null for nothing
   * @throws Exception what the operator is told; of an {@link IllegalArgumentException} just the
   *     message
   */
  @Nullable Object answer(Map<String, @Nullable Object> request) throws Exception;
}
