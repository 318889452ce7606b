/** What Mulligan itself throws when it does not let a call through. */
@NullMarked
package dev.mulligan.runtime.rejection;

import org.jspecify.annotations.NullMarked;
