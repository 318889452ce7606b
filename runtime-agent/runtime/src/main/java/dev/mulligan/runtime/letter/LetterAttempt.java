package dev.mulligan.runtime.letter;

import dev.mulligan.annotations.FailureType;
import java.time.Duration;
import java.time.Instant;

/**
 * One failed attempt of a kept call.
 *
 * @param number which attempt, 1 for the first
 * @param at when it failed
 * @param waited the delay before it
 * @param type the type of failure
 * @param failure the exception's class and message
 */
public record LetterAttempt(
    int number, Instant at, Duration waited, FailureType type, String failure) {}
