/** The guard of one method, and the only place that knows the order of its policies. */
@NullMarked
package dev.mulligan.runtime.guard;

import org.jspecify.annotations.NullMarked;
