/** Counters that cost a successful call next to nothing. */
@NullMarked
package dev.mulligan.runtime.count;

import org.jspecify.annotations.NullMarked;
