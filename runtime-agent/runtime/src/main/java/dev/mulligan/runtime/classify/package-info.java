/** Decides what kind of failure an exception stands for. */
@NullMarked
package dev.mulligan.runtime.classify;

import org.jspecify.annotations.NullMarked;
