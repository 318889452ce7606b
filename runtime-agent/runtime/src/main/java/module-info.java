/** The engine of Mulligan: policies, breakers, dead letters, and the guards that join them. */
module dev.mulligan.runtime {
  requires transitive dev.mulligan.annotations;
  requires org.slf4j;
  requires static jdk.net;
  requires static org.jspecify;
  requires tools.jackson.databind;

  exports dev.mulligan.runtime;
  exports dev.mulligan.runtime.admin;
  exports dev.mulligan.runtime.async;
  exports dev.mulligan.runtime.breaker;
  exports dev.mulligan.runtime.guard;
  exports dev.mulligan.runtime.letter;
  exports dev.mulligan.runtime.permit;
  exports dev.mulligan.runtime.policy;
  exports dev.mulligan.runtime.classify;
  exports dev.mulligan.runtime.count;
  exports dev.mulligan.runtime.event;
  exports dev.mulligan.runtime.fault;
  exports dev.mulligan.runtime.rejection;
  exports dev.mulligan.runtime.spi;
  exports dev.mulligan.runtime.spool;
  exports dev.mulligan.runtime.time;

  uses dev.mulligan.runtime.spi.AsyncAdapter;
  uses dev.mulligan.runtime.spi.ContextCarrier;
  uses dev.mulligan.runtime.spi.FailureClassifier;
  uses dev.mulligan.runtime.spi.MulliganListener;
  uses dev.mulligan.runtime.spi.DeadLetterStore;
  uses dev.mulligan.runtime.spi.TargetResolver;
}
