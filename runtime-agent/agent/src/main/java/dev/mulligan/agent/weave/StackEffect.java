package dev.mulligan.agent.weave;

import net.bytebuddy.jar.asm.Opcodes;

/**
 * How many words an instruction takes from the operand stack, and how many the value has that it
 * puts there: for instructions of which the opcode alone tells, and that do not copy what is there.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-6.html">JVMS chapter 6</a>
 */
final class StackEffect {
  private static final byte[] POPPED = new byte[256];
  private static final byte[] PUSHED = new byte[256];

  static {
    // By families, in the order of their opcodes; within most: int, long, float, double, reference.
    family(Opcodes.ACONST_NULL, "00000000", "11111111");
    family(Opcodes.LCONST_0, "00", "22");
    family(Opcodes.FCONST_0, "000", "111");
    family(Opcodes.DCONST_0, "00", "22");
    family(Opcodes.IALOAD, "22222222", "12121111");
    family(Opcodes.IASTORE, "34343333", "00000000");
    family(Opcodes.POP, "12", "00");
    for (int operation = Opcodes.IADD; operation <= Opcodes.IREM; operation += 4) {
      family(operation, "2424", "1212");
    }
    family(Opcodes.INEG, "1212", "1212");
    family(Opcodes.ISHL, "232323", "121212");
    family(Opcodes.IAND, "242424", "121212");
    family(Opcodes.I2L, "111222111222", "212112122121");
    family(Opcodes.I2B, "111", "111");
    family(Opcodes.LCMP, "42244", "11111");
    family(Opcodes.IFEQ, "111111", "000000");
    family(Opcodes.IF_ICMPEQ, "22222222", "00000000");
    family(Opcodes.IRETURN, "121210", "000000");
    family(Opcodes.ARRAYLENGTH, "11", "10");
    family(Opcodes.MONITORENTER, "11", "00");
    family(Opcodes.IFNULL, "11", "00");
  }

  private StackEffect() {}

  private static void family(int first, String popped, String pushed) {
    for (int i = 0; i < popped.length(); i++) {
      POPPED[first + i] = (byte) (popped.charAt(i) - '0');
      PUSHED[first + i] = (byte) (pushed.charAt(i) - '0');
    }
  }

  static int popped(int opcode) {
    return POPPED[opcode];
  }

  static int pushed(int opcode) {
    return PUSHED[opcode];
  }
}
