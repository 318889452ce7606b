/** The catalogue of guarded calls that the compiler writes into a jar, and what two of them say. */
@NullMarked
package dev.mulligan.runtime.catalogue;

import org.jspecify.annotations.NullMarked;
