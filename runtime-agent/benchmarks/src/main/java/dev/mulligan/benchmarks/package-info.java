/** Benchmarks beside the peers, all of them around the same little method. */
@NullMarked
package dev.mulligan.benchmarks;

import org.jspecify.annotations.NullMarked;
