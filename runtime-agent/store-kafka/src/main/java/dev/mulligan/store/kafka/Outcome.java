package dev.mulligan.store.kafka;

import org.jspecify.annotations.Nullable;

/**
 * What a record has come to, as all readers see it. Immutable.
 *
 * @param holds whether it has changed anything
 * @param letter the letter as it is then; null if there is none
 * @param joined the counter of joined calls then
 * @param removed the counter of removed letters then
 */
record Outcome(boolean holds, @Nullable View letter, long joined, long removed) {}
