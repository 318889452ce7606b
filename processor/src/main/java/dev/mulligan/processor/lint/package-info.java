/** Warnings about what compiles, and would still end in an outage. */
@NullMarked
package dev.mulligan.processor.lint;

import org.jspecify.annotations.NullMarked;
