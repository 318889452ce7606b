package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.classify.Failure;
import java.time.Duration;
import java.time.Instant;

/**
 * A failed attempt of a lost call; described only when a letter is written.
 *
 * @param number which attempt, 1 for the first
 * @param at when it failed
 * @param waited the delay before it
 * @param failure what it failed with
 */
public record LostAttempt(int number, Instant at, Duration waited, Failure failure) {}
