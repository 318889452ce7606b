/**
 * The policies of a method, as annotations.
 *
 * <p>Each is found on the method, then on its class (for all public methods), then on the interface
 * method it implements, then as a meta-annotation on any of these. Durations are strings: {@code
 * "200ms"}, {@code "1s"}, {@code "5m"}, {@code "2h"}, {@code "30d"} or ISO-8601 ({@code "PT0.2S"}).
 */
@NullMarked
package dev.mulligan.annotations;

import org.jspecify.annotations.NullMarked;
