/** What an application may implement; found by {@link java.util.ServiceLoader}. */
@NullMarked
package dev.mulligan.runtime.spi;

import org.jspecify.annotations.NullMarked;
