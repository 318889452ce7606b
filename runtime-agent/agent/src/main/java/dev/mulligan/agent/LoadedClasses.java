package dev.mulligan.agent;

import dev.mulligan.agent.coverage.Coverage;
import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.types.ClassFiles;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Weaves what had been loaded before the agent came. */
final class LoadedClasses {
  private final Instrumentation instrumentation;
  private final WeavingTransformer transformer;

  LoadedClasses(Instrumentation instrumentation, WeavingTransformer transformer) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
  }

  /** Tells whether somebody uses JMX already. */
  static boolean haveJmx(Instrumentation instrumentation) {
    String server = JmxSeen.SERVER.replace('/', '.');
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getName().equals(server)) {
        return true;
      }
    }
    return false;
  }

  void weave() {
    List<Class<?>> wanted = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isCandidate(type) && isWanted(type)) {
        wanted.add(type);
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(wanted.toArray(Class<?>[]::new));
    } catch (Throwable oneOfThem) {
      // A class that cannot be changed must not keep the others from it.
      wanted.forEach(this::weave);
    }
  }

  private void weave(Class<?> type) {
    try {
      instrumentation.retransformClasses(type);
    } catch (Throwable e) {
      Coverage.add(
          Finding.unread(type.getName(), "the JVM did not let the loaded class be changed: " + e));
    }
  }

  private boolean isCandidate(Class<?> type) {
    return type.getClassLoader() != null
        && !type.isArray()
        && !type.isHidden()
        && instrumentation.isModifiableClass(type);
  }

  private boolean isWanted(Class<?> type) {
    String name = type.getName().replace('.', '/');
    try {
      byte[] file = ClassFiles.of(type.getClassLoader()).find(name);
      return file != null && transformer.wants(type.getClassLoader(), name, file);
    } catch (IOException | LinkageError unreadable) {
      return false;
    }
  }
}
