/** What the processor tells the developer, and where. */
@NullMarked
package dev.mulligan.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
