/** The annotation processor of Mulligan; the compiler finds it as a service. */
module dev.mulligan.processor {
  requires com.palantir.javapoet;
  requires dev.mulligan.annotations;
  requires dev.mulligan.runtime;
  requires java.compiler;
  requires tools.jackson.core;
  requires static com.google.auto.service;
  requires static jdk.compiler;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      dev.mulligan.processor.MulliganProcessor;
}
