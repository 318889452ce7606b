/** The admin socket: a file, lines of JSON, and the commands that are known. */
@NullMarked
package dev.mulligan.runtime.admin.socket;

import org.jspecify.annotations.NullMarked;
