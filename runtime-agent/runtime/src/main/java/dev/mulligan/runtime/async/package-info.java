/** The kinds of asynchronous results that are understood without the application's help. */
@NullMarked
package dev.mulligan.runtime.async;

import org.jspecify.annotations.NullMarked;
