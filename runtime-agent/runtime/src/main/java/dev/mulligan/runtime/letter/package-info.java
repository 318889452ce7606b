/** Dead letters as values: what is kept of a failed call, and what can be asked about it. */
@NullMarked
package dev.mulligan.runtime.letter;

import org.jspecify.annotations.NullMarked;
