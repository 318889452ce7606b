/**
 * What class files say of types, without loading them: methods, annotations, and what is above a
 * type. As much as policies need, and no more.
 */
@NullMarked
package dev.mulligan.agent.types;

import org.jspecify.annotations.NullMarked;
