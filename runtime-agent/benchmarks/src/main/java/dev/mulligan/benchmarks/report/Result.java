package dev.mulligan.benchmarks.report;

/**
 * What JMH measured of one benchmark.
 *
 * @param name its method
 * @param threads how many threads ran it
 * @param score nanoseconds a call: the median of all iterations, because a machine that is shared
 *     has bad moments
 * @param least the best iteration
 * @param most the worst one
 * @param bytes allocated a call; NaN if that was not measured
 */
record Result(String name, int threads, double score, double least, double most, double bytes) {}
