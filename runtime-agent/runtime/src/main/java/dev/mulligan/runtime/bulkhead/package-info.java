/** How many calls are under way at once. */
@NullMarked
package dev.mulligan.runtime.bulkhead;

import org.jspecify.annotations.NullMarked;
