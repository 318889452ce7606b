package dev.mulligan.agent;

import dev.mulligan.agent.weave.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class that loads, and hands the annotated ones to the weaver. Byte Buddy is loaded
 * with the first of those.
 */
final class WeavingTransformer implements ClassFileTransformer {
  private final AgentOptions options;

  WeavingTransformer(AgentOptions options) {
    this.options = options;
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
      if (loader == null || className == null || isOurs(className)) {
        return null;
      }
      ClassFile read = ClassFile.read(file);
      if (read == null || !PolicyCarriers.concerns(loader, className, read)) {
        return null;
      }
      if (options.excludes(className)) {
        return null;
      }
      return Weaver.weave(loader, className, file, redefined != null);
    } catch (Throwable e) {
      // The class stays as it is; nothing may leave this method.
      Report.notWoven(String.valueOf(className), e.toString());
      return null;
    }
  }

  private static boolean isOurs(String className) {
    return className.startsWith("dev/mulligan/annotations/")
        || className.startsWith("dev/mulligan/runtime/")
        || className.startsWith("dev/mulligan/agent/");
  }
}
