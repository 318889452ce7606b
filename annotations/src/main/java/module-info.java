/** The annotations of Mulligan: everything a developer writes on a method, and nothing else. */
module dev.mulligan.annotations {
  requires static org.jspecify;

  exports dev.mulligan.annotations;
}
