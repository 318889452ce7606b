/**
 * Policies as immutable, checked values: the same checks at compile time, load time and run time.
 */
@NullMarked
package dev.mulligan.runtime.policy;

import org.jspecify.annotations.NullMarked;
