package dev.mulligan.store.kafka;

import java.util.List;

/**
 * What can be erased, all of it as it was at one moment. Immutable.
 *
 * @param orphans keys of records that say nothing to any reader
 * @param removed letters that were removed
 * @param forgotten keys of removals of letters that are known no longer
 */
record Waste(List<String> orphans, List<Removed> removed, List<String> forgotten) {}
