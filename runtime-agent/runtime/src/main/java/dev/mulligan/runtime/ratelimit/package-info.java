/** How many calls begin in a stretch of time. */
@NullMarked
package dev.mulligan.runtime.ratelimit;

import org.jspecify.annotations.NullMarked;
