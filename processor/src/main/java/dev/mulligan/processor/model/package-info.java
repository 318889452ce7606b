/** What is to be written, free of the compiler's types: the middle of the three stages. */
@NullMarked
package dev.mulligan.processor.model;

import org.jspecify.annotations.NullMarked;
