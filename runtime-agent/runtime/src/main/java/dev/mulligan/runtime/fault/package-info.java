/** Faults that a test injects below the policies. */
@NullMarked
package dev.mulligan.runtime.fault;

import org.jspecify.annotations.NullMarked;
