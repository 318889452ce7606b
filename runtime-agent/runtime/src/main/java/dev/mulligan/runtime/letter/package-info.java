/** Dead letters: what is kept of a failed call, and how it is called again. */
@NullMarked
package dev.mulligan.runtime.letter;

import org.jspecify.annotations.NullMarked;
