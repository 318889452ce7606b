package dev.mulligan.agent.weave;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Knows, at each instruction of a method, what lies on its operand stack: how many values, and how
 * many words each of them takes. Compilers other than javac return from methods with more on the
 * stack than the result.
 *
 * <p>It needs stack map frames, expanded: after what ends a path, they alone tell how the code goes
 * on.
 */
class OperandStack extends MethodVisitor {
  /** Words, the bottom of the stack first. */
  private final List<Integer> values = new ArrayList<>();

  OperandStack(MethodVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** Removes all that lies there. */
  final void dropAll() {
    while (!values.isEmpty()) {
      int last = values.get(values.size() - 1);
      visitInsn(last == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  private void push(int words) {
    if (words > 0) {
      values.add(words);
    }
  }

  private void pop(int words) {
    int left = words;
    while (left > 0 && !values.isEmpty()) {
      left -= values.remove(values.size() - 1);
    }
  }

  /** Puts a copy of the topmost words below those that are that deep. */
  private void copy(int words, int depth) {
    int from = indexOf(words);
    int to = indexOf(words + depth);
    values.addAll(to, new ArrayList<>(values.subList(from, values.size())));
  }

  private int indexOf(int words) {
    int index = values.size();
    for (int left = words; left > 0 && index > 0; ) {
      left -= values.get(--index);
    }
    return index;
  }

  @Override
  public void visitFrame(
      int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
    values.clear();
    for (int i = 0; i < stackCount; i++) {
      push(stack[i] == Opcodes.LONG || stack[i] == Opcodes.DOUBLE ? 2 : 1);
    }
    super.visitFrame(type, localCount, locals, stackCount, stack);
  }

  @Override
  public void visitInsn(int opcode) {
    super.visitInsn(opcode);
    switch (opcode) {
      case Opcodes.DUP -> copy(1, 0);
      case Opcodes.DUP_X1 -> copy(1, 1);
      case Opcodes.DUP_X2 -> copy(1, 2);
      case Opcodes.DUP2 -> copy(2, 0);
      case Opcodes.DUP2_X1 -> copy(2, 1);
      case Opcodes.DUP2_X2 -> copy(2, 2);
      default -> {
        pop(StackEffect.popped(opcode));
        push(StackEffect.pushed(opcode));
      }
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    if (opcode != Opcodes.NEWARRAY) {
      push(1);
    }
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, variable);
    switch (opcode) {
      case Opcodes.ILOAD, Opcodes.FLOAD, Opcodes.ALOAD -> push(1);
      case Opcodes.LLOAD, Opcodes.DLOAD -> push(2);
      case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE -> pop(1);
      case Opcodes.LSTORE, Opcodes.DSTORE -> pop(2);
      default -> {
        // RET, which takes nothing from the stack.
      }
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    if (opcode == Opcodes.NEW) {
      push(1);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    super.visitFieldInsn(opcode, owner, name, descriptor);
    int size = Type.getType(descriptor).getSize();
    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    boolean reads = opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD;
    pop((isStatic ? 0 : 1) + (reads ? 0 : size));
    push(reads ? size : 0);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    called(descriptor, opcode == Opcodes.INVOKESTATIC);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    called(descriptor, true);
  }

  private void called(String descriptor, boolean isStatic) {
    int sizes = Type.getArgumentsAndReturnSizes(descriptor);
    pop((sizes >> 2) - (isStatic ? 1 : 0));
    push(sizes & 3);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    pop(StackEffect.popped(opcode));
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    boolean isWide =
        value instanceof Long
            || value instanceof Double
            || (value instanceof ConstantDynamic constant && constant.getSize() == 2);
    push(isWide ? 2 : 1);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    super.visitTableSwitchInsn(min, max, otherwise, labels);
    pop(1);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    super.visitLookupSwitchInsn(otherwise, keys, labels);
    pop(1);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    super.visitMultiANewArrayInsn(descriptor, dimensions);
    pop(dimensions);
    push(1);
  }
}
