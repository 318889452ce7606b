/** From the compiler's types to the model, checking on the way: the first of the three stages. */
@NullMarked
package dev.mulligan.processor.read;

import org.jspecify.annotations.NullMarked;
