package dev.mulligan.runtime.admin;

import java.nio.file.Path;

/**
 * The admin socket of a process that runs.
 *
 * @param pid the process
 * @param path the socket
 */
public record AdminSocket(long pid, Path path) {}
