package dev.mulligan.runtime.spool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the remote store. Immutable.
 *
 * @param letters how many letters are in the spool
 * @param oldest the last failure of the oldest of them, or null if there is none
 * @param awaySince since when the remote store does not answer, or null if it does
 * @param reason why the remote store does not answer, or null if it does
 */
public record Spooled(
    long letters, @Nullable Instant oldest, @Nullable Instant awaySince, @Nullable String reason) {}
