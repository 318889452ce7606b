package dev.mulligan.runtime.config;

import org.jspecify.annotations.Nullable;

/**
 * How one value changed.
 *
 * @param before the value before, or null
 * @param after the value after, or null
 */
record Change(@Nullable String before, @Nullable String after) {}
