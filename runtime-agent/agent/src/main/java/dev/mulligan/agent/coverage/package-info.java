/** What the agent has found and done: each method that should be guarded, and whether it is. */
@NullMarked
package dev.mulligan.agent.coverage;

import org.jspecify.annotations.NullMarked;
