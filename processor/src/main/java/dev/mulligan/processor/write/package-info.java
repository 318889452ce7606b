/** From the model to source code: the last of the three stages. */
@NullMarked
package dev.mulligan.processor.write;

import org.jspecify.annotations.NullMarked;
