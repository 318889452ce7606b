/**
 * The {@code -javaagent}: finds annotated classes as they load, and does nothing else to the rest.
 */
@NullMarked
package dev.mulligan.agent;

import org.jspecify.annotations.NullMarked;
