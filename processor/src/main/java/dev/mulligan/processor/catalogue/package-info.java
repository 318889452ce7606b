/** The call catalogue of a jar: which calls can be kept as letters, and what they look like. */
@NullMarked
package dev.mulligan.processor.catalogue;

import org.jspecify.annotations.NullMarked;
