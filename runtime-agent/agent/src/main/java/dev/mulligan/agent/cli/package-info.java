/** What the agent's jar prints when it is run. */
@NullMarked
package dev.mulligan.agent.cli;

import org.jspecify.annotations.NullMarked;
