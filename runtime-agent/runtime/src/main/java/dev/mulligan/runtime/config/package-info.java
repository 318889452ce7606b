/** Values from outside the program. */
@NullMarked
package dev.mulligan.runtime.config;

import org.jspecify.annotations.NullMarked;
