/** Has the runtime beside it. */
module shop {
  requires dev.mulligan.runtime;
}
