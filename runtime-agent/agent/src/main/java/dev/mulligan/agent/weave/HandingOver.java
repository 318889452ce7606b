package dev.mulligan.agent.weave;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Writes a method whose attempts do not run on its caller's thread. It is entered twice: by its
 * caller, and then by its guard for the body.
 *
 * <pre>{@code
 * if (!guard.isInBody()) {
 *   return (Result) guard.callWoven(this, arguments);
 * }
 * body
 * }</pre>
 */
final class HandingOver extends MethodVisitor {
  /** The guard, the object, the array twice, an index, and an argument of two words. */
  private static final int STACK = 7;

  private final WovenMethod method;

  HandingOver(MethodVisitor next, WovenMethod method) {
    super(Opcodes.ASM9, next);
    this.method = method;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    Instructions code = new Instructions(mv, method);
    Label body = new Label();
    Lines.mark(mv, method);
    code.guard().callGuard("isInBody", "()Z");
    mv.visitJumpInsn(Opcodes.IFNE, body);
    code.guard().self().arguments();
    code.callGuard("callWoven", "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;");
    code.returnObject();
    mv.visitLabel(body);
    new Frames(method).entry(mv);
    // The body may begin with a frame of its own, and two cannot stand at one instruction.
    mv.visitInsn(Opcodes.NOP);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(Math.max(maxStack, STACK), maxLocals);
  }
}
