package dev.mulligan.agent.weave;

import java.util.Arrays;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
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
  private final WovenMethod method;
  private final Frames frames;
  private final Label begin = new Label();
  private final Label end = new Label();
  private final Label handler = new Label();

  MonitorInBody(MethodVisitor next, WovenMethod method) {
    super(Opcodes.ASM9, next);
    this.method = method;
    this.frames = new Frames(method);
  }

  @Override
  protected void onAfterExceptionTable() {
    // After the method's own handlers, so that those are looked at first.
    super.visitTryCatchBlock(begin, end, handler, null);
    if (method.keepsMonitor()) {
      super.onVisitVarInsn(Opcodes.ALOAD, 0);
      super.onVisitVarInsn(Opcodes.ASTORE, method.monitor());
    }
    monitor(Opcodes.MONITORENTER);
    super.visitLabel(begin);
  }

  @Override
  protected void onVisitFrame(
      int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
    Object[] all = frames.withMonitor(Arrays.asList(locals).subList(0, localCount));
    super.onVisitFrame(Opcodes.F_NEW, all.length, all, stackCount, stack);
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
    Object[] frame = frames.withMonitor(frames.arguments(false));
    super.onVisitFrame(Opcodes.F_NEW, frame.length, frame, 1, new Object[] {"java/lang/Throwable"});
    monitor(Opcodes.MONITOREXIT);
    super.onVisitInsn(Opcodes.ATHROW);
    // The monitor lies above a returned value of up to two words, or above the exception.
    super.visitMaxs(stack + 3, locals + (method.keepsMonitor() ? 1 : 0));
  }

  private void monitor(int opcode) {
    if (method.isStatic()) {
      super.onVisitLdcInsn(method.owner());
    } else {
      super.onVisitVarInsn(Opcodes.ALOAD, method.monitor());
    }
    super.onVisitInsn(opcode);
  }
}
