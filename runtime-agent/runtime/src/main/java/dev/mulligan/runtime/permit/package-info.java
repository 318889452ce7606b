/** Leave to make an attempt, as policies give it and guards hold it. */
@NullMarked
package dev.mulligan.runtime.permit;

import org.jspecify.annotations.NullMarked;
