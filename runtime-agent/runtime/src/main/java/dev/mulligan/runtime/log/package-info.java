/** Where the runtime's own messages go. */
@NullMarked
package dev.mulligan.runtime.log;

import org.jspecify.annotations.NullMarked;
