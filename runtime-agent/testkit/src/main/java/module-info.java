/** Virtual time, faults and assertions for tests of guarded methods. */
module dev.mulligan.testkit {
  requires transitive dev.mulligan.runtime;
  requires tools.jackson.databind;
  // TestRun needs neither; whoever uses MulliganTest has them.
  requires static org.junit.jupiter.api;
  requires static org.junit.platform.commons;
  requires static org.jspecify;

  exports dev.mulligan.testkit;

  // The tests of StoreContract are inherited from interfaces that nobody else need see.
  opens dev.mulligan.testkit to
      org.junit.platform.commons;

  provides dev.mulligan.runtime.spi.FailureClassifier with
      dev.mulligan.testkit.HttpFaultClassifier;
}
