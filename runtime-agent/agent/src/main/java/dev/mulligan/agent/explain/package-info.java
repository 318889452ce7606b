/** Tells of jars and folders which methods the agent would guard, without running anything. */
@NullMarked
package dev.mulligan.agent.explain;

import org.jspecify.annotations.NullMarked;
