/** A bounded map from the values of a {@code @Key} parameter to what belongs to each of them. */
@NullMarked
package dev.mulligan.runtime.keyed;

import org.jspecify.annotations.NullMarked;
