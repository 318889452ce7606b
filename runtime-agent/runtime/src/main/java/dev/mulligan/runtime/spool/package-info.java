/** A local store that stands in for a remote one while that is away. */
@NullMarked
package dev.mulligan.runtime.spool;

import org.jspecify.annotations.NullMarked;
