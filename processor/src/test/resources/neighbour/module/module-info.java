module com.acme {
  requires dev.mulligan.annotations;
  requires dev.mulligan.runtime;
}
