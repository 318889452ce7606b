/**
 * For tests of guarded methods: time that moves when told to, faults below the policies, and
 * assertions on what was attempted and what was lost.
 *
 * <p>{@link dev.mulligan.testkit.MulliganTest} does it all for JUnit Jupiter; {@link
 * dev.mulligan.testkit.TestRun} does it for any other framework.
 */
@NullMarked
package dev.mulligan.testkit;

import org.jspecify.annotations.NullMarked;
