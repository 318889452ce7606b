package dev.mulligan.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * An operator changes something through the admin socket. Published before it is done.
 *
 * @param command the command, such as {@code breakers.open}
 * @param arguments what came with it, as {@code name=value} pairs; long ones are cut
 * @param user the operator's user name as the operating system tells it, or null
 */
public record Operated(String command, String arguments, @Nullable String user)
    implements MulliganEvent {}
