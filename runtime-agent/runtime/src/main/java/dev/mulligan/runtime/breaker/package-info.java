/** Circuit breakers: a state a period, read once a call, changed by compare-and-set alone. */
@NullMarked
package dev.mulligan.runtime.breaker;

import org.jspecify.annotations.NullMarked;
