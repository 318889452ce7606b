package dev.mulligan.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.agent.policyfile.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compilers other than javac return from methods with more on the operand stack than the result.
 * The verifier refuses the woven method if any word of that is forgotten, or counted twice.
 */
class LeftoversTest {
  private static final String NAME = "kinds/Leftovers";
  private static final int I = Opcodes.ICONST_1;
  private static final int L = Opcodes.LCONST_1;
  private static final int F = Opcodes.FCONST_1;
  private static final int D = Opcodes.DCONST_1;

  /** What lies on the stack before each instruction that has no operands, bottom first. */
  static List<int[]> plainInstructions() {
    return List.of(
        codes(Opcodes.ACONST_NULL),
        codes(I, Opcodes.DUP),
        codes(I, I, Opcodes.DUP_X1),
        codes(I, I, I, Opcodes.DUP_X2),
        codes(L, I, Opcodes.DUP_X2),
        codes(L, Opcodes.DUP2),
        codes(I, F, Opcodes.DUP2),
        codes(I, L, Opcodes.DUP2_X1),
        codes(I, I, I, Opcodes.DUP2_X1),
        codes(L, D, Opcodes.DUP2_X2),
        codes(I, I, L, Opcodes.DUP2_X2),
        codes(L, I, F, Opcodes.DUP2_X2),
        codes(I, I, I, I, Opcodes.DUP2_X2),
        codes(I, F, Opcodes.SWAP),
        codes(I, Opcodes.POP),
        codes(L, Opcodes.POP2),
        codes(I, I, Opcodes.POP2),
        codes(L, L, Opcodes.LCMP),
        codes(F, F, Opcodes.FCMPL),
        codes(F, F, Opcodes.FCMPG),
        codes(D, D, Opcodes.DCMPL),
        codes(D, D, Opcodes.DCMPG),
        codes(I, Opcodes.I2L),
        codes(I, Opcodes.I2F),
        codes(I, Opcodes.I2D),
        codes(L, Opcodes.L2I),
        codes(L, Opcodes.L2F),
        codes(L, Opcodes.L2D),
        codes(F, Opcodes.F2I),
        codes(F, Opcodes.F2L),
        codes(F, Opcodes.F2D),
        codes(D, Opcodes.D2I),
        codes(D, Opcodes.D2L),
        codes(D, Opcodes.D2F),
        codes(I, Opcodes.I2B),
        codes(I, Opcodes.I2C),
        codes(I, Opcodes.I2S));
  }

  @ParameterizedTest
  @MethodSource("plainInstructions")
  void instructionsWithoutOperands(int[] codes) throws Exception {
    assertThat(result(out -> IntStream.of(codes).forEach(out::visitInsn))).isEqualTo(2);
  }

  @Test
  void arithmetic() throws Exception {
    int[] kinds = {I, L, F, D};
    for (int first = Opcodes.IADD; first <= Opcodes.DNEG; first++) {
      int opcode = first;
      int kind = kinds[(opcode - Opcodes.IADD) % 4];
      boolean isNegation = opcode >= Opcodes.INEG;
      assertThat(
              result(
                  out -> {
                    out.visitInsn(kind);
                    if (!isNegation) {
                      out.visitInsn(kind);
                    }
                    out.visitInsn(opcode);
                  }))
          .as("opcode %s", opcode)
          .isEqualTo(2);
    }
    for (int first = Opcodes.ISHL; first <= Opcodes.LXOR; first++) {
      int opcode = first;
      int kind = kinds[(opcode - Opcodes.ISHL) % 2];
      boolean isShift = opcode <= Opcodes.LUSHR;
      assertThat(
              result(
                  out -> {
                    out.visitInsn(kind);
                    out.visitInsn(isShift ? I : kind);
                    out.visitInsn(opcode);
                  }))
          .as("opcode %s", opcode)
          .isEqualTo(2);
    }
  }

  @Test
  void arrays() throws Exception {
    Map<Integer, Integer> kinds =
        Map.of(
            Opcodes.T_INT,
            0,
            Opcodes.T_LONG,
            1,
            Opcodes.T_FLOAT,
            2,
            Opcodes.T_DOUBLE,
            3,
            Opcodes.T_BYTE,
            5,
            Opcodes.T_CHAR,
            6,
            Opcodes.T_SHORT,
            7);
    int[] values = {I, L, F, D, 0, I, I, I};
    for (Map.Entry<Integer, Integer> kind : kinds.entrySet()) {
      assertThat(
              result(
                  out -> {
                    out.visitInsn(I);
                    out.visitIntInsn(Opcodes.NEWARRAY, kind.getKey());
                    out.visitInsn(Opcodes.DUP);
                    out.visitInsn(Opcodes.DUP);
                    out.visitInsn(Opcodes.ICONST_0);
                    out.visitInsn(values[kind.getValue()]);
                    out.visitInsn(Opcodes.IASTORE + kind.getValue());
                    out.visitInsn(Opcodes.ICONST_0);
                    out.visitInsn(Opcodes.IALOAD + kind.getValue());
                  }))
          .as("type %s", kind.getKey())
          .isEqualTo(2);
    }
    assertThat(
            result(
                out -> {
                  out.visitInsn(I);
                  out.visitInsn(I);
                  out.visitMultiANewArrayInsn("[[J", 2);
                  out.visitInsn(Opcodes.DUP);
                  out.visitInsn(Opcodes.DUP);
                  out.visitInsn(Opcodes.ICONST_0);
                  out.visitInsn(Opcodes.ACONST_NULL);
                  out.visitInsn(Opcodes.AASTORE);
                  out.visitInsn(Opcodes.ICONST_0);
                  out.visitInsn(Opcodes.AALOAD);
                  out.visitInsn(I);
                  out.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
                  out.visitInsn(Opcodes.ARRAYLENGTH);
                }))
        .isEqualTo(2);
  }

  @Test
  void instructionsWithOperands() throws Exception {
    ConstantDynamic wide =
        new ConstantDynamic(
            "MAX_VALUE",
            "J",
            new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/invoke/ConstantBootstraps",
                "getStaticFinal",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;"
                    + "Ljava/lang/Class;)Ljava/lang/Object;",
                false),
            Type.getType("Ljava/lang/Long;"));

    assertThat(
            result(
                out -> {
                  out.visitLdcInsn(3L);
                  out.visitLdcInsn(3.5);
                  out.visitLdcInsn(3.5F);
                  out.visitLdcInsn("text");
                  out.visitLdcInsn(wide);
                  out.visitIntInsn(Opcodes.BIPUSH, 7);
                  out.visitIntInsn(Opcodes.SIPUSH, 700);
                  out.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
                  out.visitInsn(Opcodes.DUP);
                  out.visitMethodInsn(
                      Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
                  out.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Object");
                  out.visitTypeInsn(Opcodes.INSTANCEOF, "java/lang/String");
                  out.visitInsn(I);
                  out.visitMethodInsn(
                      Opcodes.INVOKESTATIC, "java/lang/Math", "multiplyFull", "(II)J", false);
                  out.visitFieldInsn(
                      Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
                  out.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/Long", "MAX_VALUE", "J");
                }))
        .isEqualTo(2);
  }

  @Test
  void branches() throws Exception {
    int[] unary = {
      Opcodes.IFEQ, Opcodes.IFNE, Opcodes.IFLT, Opcodes.IFGE, Opcodes.IFGT, Opcodes.IFLE
    };
    assertThat(
            result(
                out -> {
                  out.visitInsn(L);
                  for (int opcode : unary) {
                    out.visitInsn(I);
                    jump(out, opcode);
                  }
                  for (int opcode = Opcodes.IF_ICMPEQ; opcode <= Opcodes.IF_ICMPLE; opcode++) {
                    out.visitInsn(I);
                    out.visitInsn(I);
                    jump(out, opcode);
                  }
                  for (int opcode : new int[] {Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE}) {
                    out.visitInsn(Opcodes.ACONST_NULL);
                    out.visitInsn(Opcodes.ACONST_NULL);
                    jump(out, opcode);
                  }
                  for (int opcode : new int[] {Opcodes.IFNULL, Opcodes.IFNONNULL}) {
                    out.visitInsn(Opcodes.ACONST_NULL);
                    jump(out, opcode);
                  }
                  out.visitInsn(D);
                  Label one = new Label();
                  out.visitInsn(I);
                  out.visitTableSwitchInsn(0, 0, one, one);
                  out.visitLabel(one);
                  Label two = new Label();
                  out.visitInsn(I);
                  out.visitLookupSwitchInsn(two, new int[] {5}, new Label[] {two});
                  out.visitLabel(two);
                  jump(out, Opcodes.GOTO);
                }))
        .isEqualTo(2);
  }

  private static void jump(MethodVisitor out, int opcode) {
    Label next = new Label();
    out.visitJumpInsn(opcode, next);
    out.visitLabel(next);
  }

  private static int[] codes(int... codes) {
    return codes;
  }

  /** Runs a woven method that fails once, then leaves something below its result. */
  private static Object result(Consumer<MethodVisitor> leftovers) throws Exception {
    byte[] file = file(leftovers);
    Loader loader = new Loader();
    byte[] woven =
        new Weaver(PolicyFile.NONE, finding -> {})
            .weave(Subject.of(loader, NAME, file, null, false));
    return loader
        .define(Objects.requireNonNull(woven))
        .getMethod("run", int[].class)
        .invoke(null, new int[1]);
  }

  /** What the method calls; public, because that is in another package. */
  public static final class Attempts {
    private Attempts() {}

    /** Fails the first attempt. */
    public static int next(int[] calls) {
      if (++calls[0] < 2) {
        throw new UncheckedIOException(new IOException("first"));
      }
      return calls[0];
    }
  }

  private static byte[] file(Consumer<MethodVisitor> leftovers) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    MethodVisitor out =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "([I)I", null, null);
    var retry = out.visitAnnotation("Ldev/mulligan/annotations/Retry;", true);
    retry.visit("delay", "0ms");
    retry.visitEnd();
    out.visitCode();
    leftovers.accept(out);
    out.visitVarInsn(Opcodes.ALOAD, 0);
    out.visitMethodInsn(
        Opcodes.INVOKESTATIC, Type.getInternalName(Attempts.class), "next", "([I)I", false);
    out.visitInsn(Opcodes.IRETURN);
    out.visitMaxs(0, 0);
    out.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(LeftoversTest.class.getClassLoader());
    }

    Class<?> define(byte[] file) {
      return defineClass(NAME.replace('/', '.'), file, 0, file.length);
    }
  }
}
