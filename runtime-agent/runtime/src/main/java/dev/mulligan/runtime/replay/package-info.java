/**
 * Calls letters again: claims them, keeps the claims alive while the calls run, and writes down how
 * they ended. What a letter calls is somebody else's matter.
 */
@NullMarked
package dev.mulligan.runtime.replay;

import org.jspecify.annotations.NullMarked;
