/** The one entry point for an application. */
@NullMarked
package dev.mulligan.runtime;

import org.jspecify.annotations.NullMarked;
