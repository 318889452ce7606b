package dev.mulligan.runtime.method;

import java.lang.reflect.Type;

/**
 * One parameter of a guarded method.
 *
 * @param name its name, or {@code arg0} and so on if the class file does not tell
 * @param type its declared type, with generics where they are known
 * @param redacted whether its value never leaves the process
 */
public record Parameter(String name, Type type, boolean redacted) {}
