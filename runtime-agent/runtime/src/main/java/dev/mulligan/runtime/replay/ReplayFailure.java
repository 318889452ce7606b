package dev.mulligan.runtime.replay;

import dev.mulligan.annotations.FailureType;
import java.time.Instant;

/**
 * Why the last replay of a letter failed. Immutable.
 *
 * @param at when it failed
 * @param type the type of the failure
 * @param text the exception with its causes, a line each, without secrets
 */
public record ReplayFailure(Instant at, FailureType type, String text) {}
