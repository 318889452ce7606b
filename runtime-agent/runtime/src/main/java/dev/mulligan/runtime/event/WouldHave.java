package dev.mulligan.runtime.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A policy that only observes would have done something.
 *
 * @param policy the name of the policy
 * @param method the class and method
 * @param key the value of the {@code @Key} parameter, or null
 * @param what what it would have done
 * @param time of {@code RETRY} how long the call would have waited, of {@code TIMEOUT} how long it
 *     took; zero for all else
 */
public record WouldHave(
    String policy, String method, @Nullable String key, Consequence what, Duration time)
    implements MulliganEvent {}
