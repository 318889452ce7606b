/** What the agent's transformer takes for the classes of an application. */
@NullMarked
package dev.mulligan.benchmarks.start;

import org.jspecify.annotations.NullMarked;
