package dev.mulligan.agent;

import dev.mulligan.runtime.guard.Woven;
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
    Module runtime = Woven.class.getModule();
    Module agent = RuntimeModule.class.getModule();
    if (!done && runtime.isNamed()) {
      Map<String, Set<Module>> exports = new HashMap<>();
      runtime.getPackages().forEach(name -> exports.put(name, Set.of(agent)));
      instrumentation.redefineModule(runtime, Set.of(), exports, Map.of(), Set.of(), Map.of());
    }
    done = true;
  }
}
