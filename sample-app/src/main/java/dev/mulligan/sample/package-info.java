/** The sample application: one crawler, run under both engines and compared. */
@NullMarked
package dev.mulligan.sample;

import org.jspecify.annotations.NullMarked;
