/**
 * Rewrites methods that have a policy. Loaded, with Byte Buddy's copy of ASM, for the first class
 * that has one.
 */
@NullMarked
package dev.mulligan.agent.weave;

import org.jspecify.annotations.NullMarked;
