/** What is a secret, told by names, types and values. */
@NullMarked
package dev.mulligan.runtime.secret;

import org.jspecify.annotations.NullMarked;
