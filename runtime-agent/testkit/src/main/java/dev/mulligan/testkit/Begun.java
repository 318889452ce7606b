package dev.mulligan.testkit;

/**
 * An attempt began: the policies let it through.
 *
 * @param fault what happens to it
 */
record Begun(Fault fault) {}
