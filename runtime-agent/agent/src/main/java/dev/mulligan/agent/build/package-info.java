/**
 * Weaving at build time, as a plugin of Byte Buddy's own Maven and Gradle plugins. In the agent's
 * jar this package alone is not relocated with Byte Buddy: it is called by the build's own copy.
 */
@NullMarked
package dev.mulligan.agent.build;

import org.jspecify.annotations.NullMarked;
