package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.letter.LetterState;
import java.time.Instant;

/**
 * A record that says what became of a letter.
 *
 * @param id the letter
 * @param state its new state
 * @param replays how many replays have failed
 * @param at when it changed
 */
record StateChange(String id, LetterState state, int replays, Instant at) {}
