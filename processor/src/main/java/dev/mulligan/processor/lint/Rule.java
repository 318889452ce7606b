package dev.mulligan.processor.lint;

import dev.mulligan.processor.read.Guarded;

/** Looks for one kind of trouble in what the compiler knows of a method without its body. */
interface Rule {
  /** Reports what is wrong with a method that has policies, if anything. */
  void check(Guarded call);
}
