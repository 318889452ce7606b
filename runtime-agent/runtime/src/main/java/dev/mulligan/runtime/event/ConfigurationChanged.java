package dev.mulligan.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * A value of the configuration changed while the program runs. Values of keys that look like
 * secrets, such as {@code mulligan.store.password}, are shown as {@code ***}.
 *
 * @param key the key, such as {@code mulligan.pay.retry.maxAttempts}
 * @param before the value until now, or null if there was none outside the class path
 * @param after the value from now on, or null if there is none outside the class path
 */
public record ConfigurationChanged(String key, @Nullable String before, @Nullable String after)
    implements MulliganEvent {}
