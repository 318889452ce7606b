package dev.mulligan.runtime.secret;

/**
 * A piece of text that must not be shown.
 *
 * @param begin where it begins
 * @param end where it ends, exclusive
 */
record Hidden(int begin, int end) {}
