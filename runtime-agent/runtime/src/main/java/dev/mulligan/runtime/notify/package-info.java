/** Hands events to listeners. */
@NullMarked
package dev.mulligan.runtime.notify;

import org.jspecify.annotations.NullMarked;
