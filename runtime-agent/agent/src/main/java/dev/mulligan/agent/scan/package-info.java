/** What is read of every class that loads, without any library. */
@NullMarked
package dev.mulligan.agent.scan;

import org.jspecify.annotations.NullMarked;
