package dev.mulligan.agent;

import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Lets the agent into the runtime where that is a named module, because the application has it on
 * its module path: the agent uses packages that the module does not export.
 */
final class RuntimeModule {
  private static volatile boolean done;

  private RuntimeModule() {}

  static void letIn(Instrumentation instrumentation) {
    if (done) {
      return;
    }
    // By name: no class of the runtime is loaded before one is needed.
    Module runtime = ModuleLayer.boot().findModule("dev.mulligan.runtime").orElse(null);
    Module agent = RuntimeModule.class.getModule();
    if (runtime != null) {
      Map<String, Set<Module>> exports = new HashMap<>();
      runtime.getPackages().forEach(name -> exports.put(name, Set.of(agent)));
      instrumentation.redefineModule(runtime, Set.of(), exports, Map.of(), Set.of(), Map.of());
    }
    done = true;
  }
}
