/** How often, how long and how far apart a call is attempted. */
@NullMarked
package dev.mulligan.runtime.retry;

import org.jspecify.annotations.NullMarked;
