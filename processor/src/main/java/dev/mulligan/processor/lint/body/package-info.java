/**
 * What only the bodies of methods tell: once javac has understood a class, its statements are
 * looked at. Other compilers do not show them, and leave all of this out.
 */
@NullMarked
package dev.mulligan.processor.lint.body;

import org.jspecify.annotations.NullMarked;
