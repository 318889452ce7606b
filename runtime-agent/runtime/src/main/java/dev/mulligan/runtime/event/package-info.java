/** What happens to guarded calls, as values that listeners receive. */
@NullMarked
package dev.mulligan.runtime.event;

import org.jspecify.annotations.NullMarked;
