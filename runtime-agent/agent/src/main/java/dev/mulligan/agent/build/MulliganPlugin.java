package dev.mulligan.agent.build;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.policyfile.PolicyFileReader;
import dev.mulligan.agent.scan.ClassFile;
import dev.mulligan.agent.scan.PolicySearch;
import dev.mulligan.agent.types.ClassFiles;
import dev.mulligan.agent.weave.Subject;
import dev.mulligan.agent.weave.Weaver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.build.BuildLogger;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import org.jspecify.annotations.Nullable;

/**
 * Weaves class files when an application is built: the same advice that the agent weaves as classes
 * load. The application needs no agent then, but the runtime on its class path. Thread-safe.
 */
public final class MulliganPlugin implements Plugin.WithPreprocessor {
  private final PolicyFile policies;
  private final BuildLogger logger;

  /** Byte Buddy's logger for streams leaves it out; those of build tools do not. */
  private final String lineEnd;

  private final Map<String, byte[]> woven = new ConcurrentHashMap<>();

  /** Weaves by annotations alone, and says on the standard output what is not guarded. */
  public MulliganPlugin() {
    this.policies = PolicyFile.NONE;
    this.logger = BuildLogger.StreamWriting.toSystemOut();
    this.lineEnd = System.lineSeparator();
  }

  /**
   * Weaves by annotations alone.
   *
   * @param logger told what is not guarded, as warnings
   */
  public MulliganPlugin(BuildLogger logger) {
    this.policies = PolicyFile.NONE;
    this.logger = logger;
    this.lineEnd = "";
  }

  /**
   * Weaves by annotations and by a policy file, whose values become part of the woven classes.
   *
   * @param config the file's path
   * @param logger told what is not guarded, as warnings
   * @throws IllegalArgumentException if the file has problems; the message names all of them
   */
  @Factory.UsingReflection.Priority(1)
  public MulliganPlugin(String config, BuildLogger logger) {
    List<String> problems = new ArrayList<>();
    this.policies = PolicyFileReader.read(config, problems);
    this.logger = logger;
    this.lineEnd = "";
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  @Override
  public void onPreprocess(TypeDescription type, ClassFileLocator locator) {
    try {
      byte[] changed = weave(type.getInternalName(), files(locator));
      if (changed != null) {
        woven.put(type.getName(), changed);
      }
    } catch (IOException | RuntimeException broken) {
      logger.warn("Not guarded: " + type.getName() + lineEnd, broken);
    }
  }

  private byte @Nullable [] weave(String name, ClassFiles files) throws IOException {
    byte[] file = files.find(name);
    ClassFile read = file == null ? null : ClassFile.read(file);
    if (file == null || read == null || !concerns(name, read, files)) {
      return null;
    }
    Subject subject = new Subject(name, file, files, null, null, read.isWoven());
    return new Weaver(policies, this::tell).weave(subject);
  }

  private boolean concerns(String name, ClassFile file, ClassFiles files) throws IOException {
    return policies.mayConcern(name)
        || new PolicySearch().concerns(name, file, type -> read(files, type));
  }

  private static @Nullable ClassFile read(ClassFiles files, String type) throws IOException {
    byte[] file = files.find(type);
    return file == null ? null : ClassFile.read(file);
  }

  private void tell(Finding finding) {
    if (finding.reason() == null) {
      logger.debug("Woven: " + finding.location() + lineEnd);
    } else {
      logger.warn("Not guarded: " + finding.location() + ": " + finding.reason() + lineEnd);
    }
  }

  private static ClassFiles files(ClassFileLocator locator) {
    return name -> {
      ClassFileLocator.Resolution found = locator.locate(name.replace('/', '.'));
      return found.isResolved() ? found.resolve() : null;
    };
  }

  @Override
  public boolean matches(@Nullable TypeDescription type) {
    return type != null && woven.containsKey(type.getName());
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
    byte[] file = woven.remove(type.getName());
    return file == null ? builder : builder.visit(new Replacement(file));
  }

  @Override
  public void close() {
    woven.clear();
  }
}
