package dev.mulligan.agent;

import dev.mulligan.agent.coverage.Coverage;
import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.scan.ClassFile;
import dev.mulligan.agent.scan.PolicyCarriers;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class that loads, and hands those with policies to the weaver. What weaves is loaded
 * with the first of them. Thread-safe.
 *
 * <p>Nothing here logs, opens a file, takes a lock or waits, but for the class files of interfaces
 * and annotations that are read once a loader.
 */
final class WeavingTransformer implements ClassFileTransformer {
  private static final String PROBE = "dev/mulligan/agent/selftest/Probe";

  private final AgentOptions options;
  private final PolicyFile policies;
  private final Instrumentation instrumentation;
  private final boolean onlyLoaded;

  /**
   * Makes a transformer.
   *
   * @param onlyLoaded whether it is for classes that are loaded already; else for all others, and
   *     for those that are redefined
   */
  WeavingTransformer(
      AgentOptions options,
      PolicyFile policies,
      Instrumentation instrumentation,
      boolean onlyLoaded) {
    this.options = options;
    this.policies = policies;
    this.instrumentation = instrumentation;
    this.onlyLoaded = onlyLoaded;
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] file) {
    try {
      if (loader == null || className == null) {
        if (JmxSeen.SERVER.equals(className)) {
          JmxSeen.used();
        }
        return null;
      }
      if (isOurs(className)) {
        return null;
      }
      if (onlyLoaded && redefined == null) {
        return null;
      }
      ClassFile read = ClassFile.read(file);
      if (read == null || !concerns(loader, className, read) || options.excludes(className)) {
        return null;
      }
      if (onlyLoaded && read.isWoven()) {
        return null;
      }
      return Weaving.weave(
          policies, instrumentation, module, loader, className, redefined, file, read.isWoven());
    } catch (Throwable e) {
      // The class stays as it is; nothing may leave this method.
      failed(String.valueOf(className), e);
      return null;
    }
  }

  private boolean concerns(ClassLoader loader, String className, ClassFile read)
      throws IOException {
    boolean named = policies.mayConcern(className);
    // In any case, because an interface is remembered for those who implement it.
    return PolicyCarriers.concerns(loader, className, read) || named;
  }

  /** Tells whether a loaded class would be woven, were it loaded now. */
  boolean wants(ClassLoader loader, String className, byte[] file) throws IOException {
    ClassFile read = isOurs(className) ? null : ClassFile.read(file);
    return read != null && concerns(loader, className, read) && !options.excludes(className);
  }

  private static void failed(String className, Throwable e) {
    try {
      Coverage.add(Finding.unread(className.replace('/', '.'), "the agent failed: " + e));
    } catch (Throwable noMore) {
      // Such as memory that has run out: the class loads as it was written.
    }
  }

  private static boolean isOurs(String className) {
    return className.startsWith("dev/mulligan/annotations/")
        || className.startsWith("dev/mulligan/runtime/")
        || (className.startsWith("dev/mulligan/agent/") && !className.equals(PROBE));
  }
}
