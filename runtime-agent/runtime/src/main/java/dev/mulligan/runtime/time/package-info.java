/** The one place that reads clocks, sleeps and draws random numbers; a test can drive all three. */
@NullMarked
package dev.mulligan.runtime.time;

import org.jspecify.annotations.NullMarked;
