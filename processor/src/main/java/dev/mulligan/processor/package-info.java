/** The annotation processor: it reads, then models, then writes. */
@NullMarked
package dev.mulligan.processor;

import org.jspecify.annotations.NullMarked;
