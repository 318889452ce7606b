package dev.mulligan.agent.weave;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.scan.ClassFile;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the methods of a class that have a policy. No member, field or interface is added; a
 * method that cannot be guarded stays as it is, and is reported. Thread-safe.
 */
public final class Weaver {
  private static final int SHORTEST_FOR_INDY = 51;

  private final PolicyFile policies;
  private final Consumer<Finding> findings;

  /**
   * Makes a weaver.
   *
   * @param policies what a file gives to methods without annotations
   * @param findings told of every method that has a policy; must not throw
   */
  public Weaver(PolicyFile policies, Consumer<Finding> findings) {
    this.policies = policies;
    this.findings = findings;
  }

  /**
   * Weaves a class.
   *
   * @param subject the class
   * @return the woven class file, or null if there is nothing to weave
   */
  public byte @Nullable [] weave(Subject subject) {
    ClassFile file = ClassFile.read(subject.file());
    // A generated wrapper applies the policies of what it implements or extends itself.
    if (file == null || file.isWrapper()) {
      return null;
    }
    Analysis analysis = Analysis.of(subject, policies);
    analysis.refused().forEach(findings);
    GuardedMethods methods = analysis.methods();
    if (methods.isEmpty()) {
      return null;
    }
    if (subject.wovenBefore()) {
      WovenBefore before = WovenBefore.in(subject.file());
      methods.findings().forEach(finding -> findings.accept(before.verdict(finding)));
      return null;
    }
    String obstacle = obstacle(subject);
    if (obstacle != null) {
      methods.findings().forEach(finding -> findings.accept(finding.refused(obstacle)));
      return null;
    }
    byte[] woven = write(subject, methods);
    methods.findings().forEach(findings);
    return woven;
  }

  private byte @Nullable [] write(Subject subject, GuardedMethods methods) {
    while (!methods.isEmpty()) {
      try {
        return WovenClass.of(subject.file(), methods);
      } catch (MethodTooLargeException e) {
        Finding tooLarge = methods.remove(e.getMethodName(), e.getDescriptor());
        findings.accept(tooLarge.refused("with the guard it would be too large for a method"));
      }
    }
    return null;
  }

  private static @Nullable String obstacle(Subject subject) {
    if (release(subject.file()) < SHORTEST_FOR_INDY) {
      return "its class file is older than Java 7";
    }
    return subject.loader() == null ? null : RuntimeSight.obstacle(subject.loader());
  }

  /** The major version of a class file: 52 for Java 8. */
  private static int release(byte[] file) {
    return (file[6] & 0xff) << 8 | file[7] & 0xff;
  }
}
