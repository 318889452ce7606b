package dev.mulligan.store.kafka;

import dev.mulligan.runtime.letter.LetterStatus;

/**
 * A letter as it was at some moment, without its text. Immutable.
 *
 * @param id the letter
 * @param first the offset of the record that it was written with
 * @param last the offset of the record that was joined last, or the same
 * @param status what became of it
 */
record View(String id, long first, long last, LetterStatus status) {}
