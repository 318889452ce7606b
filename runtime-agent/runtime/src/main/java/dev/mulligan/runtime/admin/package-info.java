/** What operators ask and order over a socket of the file system. */
@NullMarked
package dev.mulligan.runtime.admin;

import org.jspecify.annotations.NullMarked;
