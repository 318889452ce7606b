/** What the runtime knows of a guarded method. */
@NullMarked
package dev.mulligan.runtime.method;

import org.jspecify.annotations.NullMarked;
