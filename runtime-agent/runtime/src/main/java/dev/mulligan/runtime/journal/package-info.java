/** The store of dead letters that needs nothing but a folder. */
@NullMarked
package dev.mulligan.runtime.journal;

import org.jspecify.annotations.NullMarked;
