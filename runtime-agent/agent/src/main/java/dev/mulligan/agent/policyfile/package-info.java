/** Policies that a file gives to methods of code that one does not own. */
@NullMarked
package dev.mulligan.agent.policyfile;

import org.jspecify.annotations.NullMarked;
