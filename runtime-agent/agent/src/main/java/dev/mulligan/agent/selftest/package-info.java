/** Proves at the first woven class that weaving works in this JVM. */
@NullMarked
package dev.mulligan.agent.selftest;

import org.jspecify.annotations.NullMarked;
