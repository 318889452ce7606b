package dev.mulligan.runtime.journal;

/**
 * Where a line is.
 *
 * @param segment the file's name
 * @param offset where the line begins
 * @param length its length without the line feed
 */
record Position(String segment, int offset, int length) {}
