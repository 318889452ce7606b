/**
 * Rewrites annotated methods; the only package that knows Byte Buddy, loaded with the first
 * annotated class.
 */
@NullMarked
package dev.mulligan.agent.weave;

import org.jspecify.annotations.NullMarked;
