/**
 * What the packaged agent does to JVMs in bulk: jars, starts, class loaders. Small beside each
 * build, in full by the profile {@code campaign}.
 */
@NullMarked
package dev.mulligan.conformance.campaign;

import org.jspecify.annotations.NullMarked;
