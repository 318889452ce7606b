/** Turns what JMH and the other programs have measured into the page's tables and charts. */
@NullMarked
package dev.mulligan.benchmarks.report;

import org.jspecify.annotations.NullMarked;
