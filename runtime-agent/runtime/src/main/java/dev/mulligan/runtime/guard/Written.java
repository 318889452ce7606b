package dev.mulligan.runtime.guard;

import java.util.Map;

/**
 * What the source says of a method's policies.
 *
 * @param policies the values that were written, by annotation and attribute
 * @param keyIndex which parameter is the key, or -1
 * @param keyPath the property of it that is the key, or an empty text
 */
record Written(Map<String, Map<String, String>> policies, int keyIndex, String keyPath) {}
