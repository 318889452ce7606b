/** The command line of the agent's jar. */
@NullMarked
package dev.mulligan.agent.cli;

import org.jspecify.annotations.NullMarked;
