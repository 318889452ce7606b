/** A shop on the module path. */
module shop {
  requires dev.mulligan.runtime;
}
