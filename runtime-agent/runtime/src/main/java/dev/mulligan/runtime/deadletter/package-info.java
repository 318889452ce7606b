/** Captures the arguments of a failed call and calls it again. */
@NullMarked
package dev.mulligan.runtime.deadletter;

import org.jspecify.annotations.NullMarked;
