/** How fast dead letters are kept and found, beside the disk itself and SQLite. */
@NullMarked
package dev.mulligan.benchmarks.letters;

import org.jspecify.annotations.NullMarked;
