package dev.mulligan.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.agent.policyfile.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Optimizers leave variables out of stack map frames that are not read any more, and compilers have
 * frames without any variables in dead code. An attempt that ends there is followed by another.
 */
class PrunedFramesTest {
  private static final String NAME = "kinds/Pruned";

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "synchronized, ''",
    "static, ''",
    "'static synchronized', ''",
    "'', timeout",
    "synchronized, timeout",
    "'static synchronized', timeout"
  })
  void argumentsThatAFrameLeavesOutAreThereAtTheNextAttempt(String modifiers, String more)
      throws Exception {
    Loader loader = new Loader();
    byte[] file = file(modifiers, more.equals("timeout"));
    byte[] woven =
        new Weaver(PolicyFile.NONE, finding -> {})
            .weave(Subject.of(loader, NAME, file, null, false));
    Class<?> type = loader.define(Objects.requireNonNull(woven));
    Object object = type.getConstructor().newInstance();

    Object result = type.getMethod("run", int[].class).invoke(object, new int[1]);

    assertThat(result).isEqualTo(2);
    assertThat(Thread.holdsLock(object)).isFalse();
    assertThat(Thread.holdsLock(type)).isFalse();
  }

  /** What the method calls; public, because that is in another package. */
  public static final class Attempts {
    private Attempts() {}

    /** Counts an attempt. */
    public static int count(int[] calls) {
      return ++calls[0];
    }

    /** Fails the first attempt. */
    public static int check(int call) {
      if (call < 2) {
        throw new UncheckedIOException(new IOException("first"));
      }
      return call;
    }
  }

  private static byte[] file(String modifiers, boolean limited) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(1, 1);
    constructor.visitEnd();
    int access = Opcodes.ACC_PUBLIC;
    for (String modifier :
        modifiers.isEmpty() ? List.<String>of() : List.of(modifiers.split(" "))) {
      access |= modifier.equals("static") ? Opcodes.ACC_STATIC : Opcodes.ACC_SYNCHRONIZED;
    }
    MethodVisitor out = writer.visitMethod(access, "run", "([I)I", null, null);
    var retry = out.visitAnnotation("Ldev/mulligan/annotations/Retry;", true);
    retry.visit("delay", "0ms");
    retry.visitEnd();
    if (limited) {
      var timeout = out.visitAnnotation("Ldev/mulligan/annotations/Timeout;", true);
      timeout.visit("value", "60s");
      timeout.visitEnd();
    }
    body(out, (access & Opcodes.ACC_STATIC) != 0 ? 0 : 1);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void body(MethodVisitor out, int argument) {
    String attempts = Type.getInternalName(Attempts.class);
    Label pruned = new Label();
    out.visitCode();
    out.visitVarInsn(Opcodes.ALOAD, argument);
    out.visitMethodInsn(Opcodes.INVOKESTATIC, attempts, "count", "([I)I", false);
    out.visitInsn(Opcodes.DUP);
    out.visitJumpInsn(Opcodes.IFNE, pruned);
    out.visitInsn(Opcodes.IRETURN);
    out.visitLabel(pruned);
    out.visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {Opcodes.INTEGER});
    out.visitMethodInsn(Opcodes.INVOKESTATIC, attempts, "check", "(I)I", false);
    out.visitInsn(Opcodes.IRETURN);
    // Dead code, as ASM leaves it behind.
    out.visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
    out.visitInsn(Opcodes.NOP);
    out.visitInsn(Opcodes.ATHROW);
    out.visitMaxs(2, argument + 1);
    out.visitEnd();
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(PrunedFramesTest.class.getClassLoader());
    }

    Class<?> define(byte[] file) {
      return defineClass(NAME.replace('/', '.'), file, 0, file.length);
    }
  }
}
