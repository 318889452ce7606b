package dev.mulligan.agent.weave;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.visitor.ExceptionTableSensitiveMethodVisitor;

/**
 * Lets a woven {@code synchronized} method give up its monitor between attempts: the modifier is
 * dropped, and the body takes the monitor itself: {@code synchronized (this) { body }}, or on the
 * class for a static method. The body is what is repeated, so nobody waits for the monitor while a
 * call waits for its next attempt.
 *
 * <p>It sees the code first, and what it adds becomes part of the body.
 */
final class MonitorInBody extends ExceptionTableSensitiveMethodVisitor {
  private final String owner;
  private final boolean isStatic;
  private final String descriptor;
  private final Label begin = new Label();
  private final Label end = new Label();
  private final Label handler = new Label();

  MonitorInBody(MethodVisitor next, String owner, int access, String descriptor) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
    this.descriptor = descriptor;
  }

  @Override
  protected void onAfterExceptionTable() {
    // After the method's own handlers, so that those are looked at first.
    super.visitTryCatchBlock(begin, end, handler, null);
    monitor(Opcodes.MONITORENTER);
    super.visitLabel(begin);
  }

  @Override
  protected void onVisitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      monitor(Opcodes.MONITOREXIT);
    }
    super.onVisitInsn(opcode);
  }

  @Override
  public void visitMaxs(int stack, int locals) {
    super.visitLabel(end);
    super.visitLabel(handler);
    Object[] frame = parameters();
    super.visitFrame(Opcodes.F_NEW, frame.length, frame, 1, new Object[] {"java/lang/Throwable"});
    monitor(Opcodes.MONITOREXIT);
    super.onVisitInsn(Opcodes.ATHROW);
    // The monitor lies above a returned value of up to two words, or above the exception.
    super.visitMaxs(Math.max(stack, 0) + 3, locals);
  }

  private void monitor(int opcode) {
    if (isStatic) {
      super.onVisitLdcInsn(Type.getObjectType(owner));
    } else {
      super.onVisitVarInsn(Opcodes.ALOAD, 0);
    }
    super.onVisitInsn(opcode);
  }

  private Object[] parameters() {
    List<Object> types = new ArrayList<>();
    if (!isStatic) {
      types.add(owner);
    }
    for (Type type : Type.getArgumentTypes(descriptor)) {
      types.add(Frames.of(type));
    }
    return types.toArray();
  }
}
