/** Knows the annotations alone. */
module shop {
  requires dev.mulligan.annotations;
}
