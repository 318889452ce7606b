package dev.mulligan.agent;

import dev.mulligan.agent.coverage.Coverage;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.weave.RuntimeSight;
import dev.mulligan.agent.weave.Subject;
import dev.mulligan.agent.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The step from scanning to weaving. A class of its own, because it brings the weaver with it, and
 * most starts need none. Thread-safe.
 */
final class Weaving {
  private Weaving() {}

  static byte @Nullable [] weave(
      PolicyFile policies,
      Instrumentation instrumentation,
      Module module,
      ClassLoader loader,
      String className,
      @Nullable Class<?> redefined,
      byte[] file,
      boolean wovenBefore) {
    RuntimeModule.letIn(instrumentation);
    Subject subject = Subject.of(loader, className, file, redefined, wovenBefore);
    byte[] woven = new Weaver(policies, Coverage::add).weave(subject);
    if (woven != null || wovenBefore) {
      letRead(instrumentation, module, loader);
    }
    return woven;
  }

  /** A named module reads only what it requires, and a woven class needs the runtime. */
  private static void letRead(Instrumentation instrumentation, Module module, ClassLoader loader) {
    Module runtime = module.isNamed() ? RuntimeSight.module(loader) : null;
    if (runtime != null && !module.canRead(runtime)) {
      instrumentation.redefineModule(
          module, Set.of(runtime), Map.of(), Map.of(), Set.of(), Map.of());
    }
  }
}
