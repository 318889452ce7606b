package dev.mulligan.agent.types;

import java.util.Map;

/**
 * An annotation as it stands in a class file. Immutable.
 *
 * @param type its type, with slashes
 * @param values what was written, by property and as text; empty for annotations of others, whose
 *     values say nothing here
 */
public record AnnotationInfo(String type, Map<String, String> values) {}
