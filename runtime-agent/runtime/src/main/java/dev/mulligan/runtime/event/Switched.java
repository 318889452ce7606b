package dev.mulligan.runtime.event;

/**
 * Somebody has switched guards off, or on again.
 *
 * @param what {@code all}, {@code policy:<name>}, {@code class:<pattern>} or {@code
 *     loader:<pattern>}
 * @param off whether they are off from now on
 */
public record Switched(String what, boolean off) implements MulliganEvent {}
