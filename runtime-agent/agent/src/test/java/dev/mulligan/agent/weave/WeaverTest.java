package dev.mulligan.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class WeaverTest {
  private final List<Finding> findings = new ArrayList<>();

  @Test
  void noMemberIsAddedNorRemoved() throws IOException {
    byte[] original = bytes(Payments.class);
    byte[] woven = weave(Payments.class, false);

    assertThat(woven).isNotEqualTo(original);
    // The one modifier that changes gives up the monitor between attempts.
    Set<String> expected = members(original);
    assertThat(expected.remove("method " + Opcodes.ACC_SYNCHRONIZED + " locked()V")).isTrue();
    expected.add("method 0 locked()V");
    assertThat(members(woven)).isEqualTo(expected);
  }

  @Test
  void aLoadedClassKeepsItsModifiers() throws IOException {
    byte[] woven = weave(Payments.class, true);

    assertThat(members(woven)).isEqualTo(members(bytes(Payments.class)));
  }

  @Test
  void weavingIsDeterministic() throws IOException {
    assertThat(weave(Payments.class, false)).isEqualTo(weave(Payments.class, false));
  }

  @Test
  void aClassThatWasWovenBeforeIsToldMethodByMethod() throws IOException {
    String name = Payments.class.getName().replace('.', '/');
    byte[] woven = weave(Payments.class, false);
    findings.clear();

    assertThat(weave(Subject.of(Payments.class.getClassLoader(), name, woven, null, true)))
        .isNull();
    assertThat(findings)
        .isNotEmpty()
        .allMatch(finding -> finding.verdict() == Finding.Verdict.WOVEN_BEFORE);

    findings.clear();
    byte[] asWritten = bytes(Payments.class);
    assertThat(weave(Subject.of(Payments.class.getClassLoader(), name, asWritten, null, true)))
        .isNull();
    assertThat(findings)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.reason()).contains("woven at build time"));
  }

  @Test
  void aClassWithoutPoliciesIsLeftAlone() throws IOException {
    assertThat(weave(WeaverTest.class, false)).isNull();
  }

  @Test
  void aLoaderThatDoesNotSeeTheRuntimeIsLeftAlone() throws IOException {
    ClassLoader blind = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};
    String name = Payments.class.getName().replace('.', '/');

    assertThat(weave(Subject.of(blind, name, bytes(Payments.class), null, false))).isNull();
    assertThat(findings)
        .hasSize(4)
        .allSatisfy(
            finding ->
                assertThat(finding.reason())
                    .contains("does not see Mulligan's runtime")
                    .contains(blind.toString()));
  }

  private byte[] weave(Class<?> type, boolean redefinition) throws IOException {
    String name = type.getName().replace('.', '/');
    Class<?> loaded = redefinition ? type : null;
    return weave(Subject.of(type.getClassLoader(), name, bytes(type), loaded, false));
  }

  private byte[] weave(Subject subject) {
    return new Weaver(PolicyFile.NONE, findings::add).weave(subject);
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static Set<String> members(byte[] file) {
    Set<String> members = new TreeSet<>();
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public void visit(
                  int version, int access, String name, String sig, String top, String[] types) {
                members.add("class " + access + " " + top + " " + String.join(",", types));
              }

              @Override
              public FieldVisitor visitField(
                  int access, String name, String type, String signature, Object value) {
                members.add("field " + access + " " + name + " " + type);
                return null;
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                members.add("method " + access + " " + name + type);
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return members;
  }

  /** Methods of several kinds. */
  @SuppressWarnings("unused")
  static class Payments implements Runnable {
    private int field;

    @Override
    @Retry
    public void run() {
      Runnable lambda = () -> field++;
      lambda.run();
    }

    @CircuitBreaker
    private static long count(@Key long key, double value) {
      return key;
    }

    @DeadLetter(snapshot = true)
    protected final String keep(@Redact String secret, int... numbers) throws IOException {
      return secret;
    }

    @Retry
    synchronized void locked() {}
  }
}
