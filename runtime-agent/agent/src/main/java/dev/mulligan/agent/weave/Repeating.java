package dev.mulligan.agent.weave;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes a method whose body stays where it is, and is repeated there: the protocol of {@link
 * dev.mulligan.runtime.guard.Guard}.
 *
 * <pre>{@code
 * start = guard.start();
 * permit = guard.enter(key);
 * call = guard.copies() ? guard.snapshot(this, arguments) : null;
 * while (true) {
 *   if (permit instanceof Skip) {
 *     thrown = null;
 *   } else {
 *     try {
 *       body, and where it returns:
 *         if (guard.checksResult() && !guard.accepts(result)) {
 *           call = guard.unwanted(call, permit, start, this, arguments);
 *           permit = call.permit();
 *           if (call.goesOn()) continue;
 *           return result;
 *         }
 *         guard.succeeded(call, permit);
 *         return result;
 *     } catch (Throwable t) {
 *       thrown = t;
 *     }
 *   }
 *   call = guard.failed(call, permit, start, thrown, this, arguments);
 *   if (call.isAnswered()) return (Result) call.answer(); // with a fallback alone
 *   permit = call.permit();
 * }
 * }</pre>
 *
 * <p>What the guard throws reaches the caller directly: it is outside of the {@code try}.
 */
final class Repeating extends OperandStack {
  /** The receiver of failed, its six arguments (one is long), and what fills the array. */
  private static final int STACK = 13;

  private static final Type THROWABLE = Type.getType(Throwable.class);
  private static final Type PERMIT = Type.getObjectType(Instructions.PERMIT);
  private static final Type CALL = Type.getObjectType(Instructions.CALL);
  private static final String ENTER = "(Ljava/lang/Object;)L" + Instructions.PERMIT + ";";
  private static final String SNAPSHOT =
      "(Ljava/lang/Object;[Ljava/lang/Object;)L" + Instructions.CALL + ";";
  private static final String ATTEMPT = "(L" + Instructions.CALL + ";L" + Instructions.PERMIT + ";";
  private static final String OUTCOME =
      "Ljava/lang/Object;[Ljava/lang/Object;)L" + Instructions.CALL + ";";

  private final WovenMethod method;
  private final boolean withFallback;
  private final Instructions code;
  private final Frames frames;
  private final Label attempt = new Label();
  private final Label body = new Label();
  private final Label bodyEnd = new Label();
  private final Label returned = new Label();
  private final Label refused = new Label();
  private boolean returns;

  Repeating(MethodVisitor next, WovenMethod method, boolean withFallback) {
    super(next);
    this.method = method;
    this.withFallback = withFallback;
    // Through this visitor, which must know of all local variables.
    this.code = new Instructions(this, method);
    this.frames = new Frames(method);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    Lines.mark(mv, method);
    for (int copied : method.overwritten()) {
      Type type = method.typeOfArgument(copied);
      code.load(type, method.slotOfArgument(copied)).store(type, method.slotOfCopy(copied));
    }
    code.guard().callGuard("start", "()J").store(Type.LONG_TYPE, method.start());
    code.guard();
    if (method.keyIndex() < 0) {
      code.insn(Opcodes.ACONST_NULL);
    } else {
      code.argument(method.keyIndex());
    }
    code.callGuard("enter", ENTER).store(PERMIT, method.permit());
    code.insn(Opcodes.ACONST_NULL).store(CALL, method.call());
    code.guard().callGuard("copies", "()Z");
    visitJumpInsn(Opcodes.IFEQ, attempt);
    code.guard().self().arguments().callGuard("snapshot", SNAPSHOT).store(CALL, method.call());
    visitLabel(attempt);
    frames.attempt(mv);
    code.load(PERMIT, method.permit());
    visitTypeInsn(Opcodes.INSTANCEOF, Instructions.SKIP);
    visitJumpInsn(Opcodes.IFNE, refused);
    visitLabel(body);
  }

  @Override
  public void visitFrame(
      int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
    Object[] all = frames.body(localCount, locals);
    super.visitFrame(Opcodes.F_NEW, all.length, all, stackCount, stack);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    returns = true;
    Type result = method.result();
    if (result.getSort() != Type.VOID) {
      visitVarInsn(result.getOpcode(Opcodes.ISTORE), method.outcome());
    }
    dropAll();
    visitJumpInsn(Opcodes.GOTO, returned);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    mv.visitLabel(bodyEnd);
    Lines.mark(mv, method);
    Instructions end = new Instructions(mv, method);
    if (returns) {
      afterReturn(end);
    }
    afterFailure(end);
    mv.visitMaxs(Math.max(maxStack, STACK) + 2, Math.max(maxLocals, method.outcome() + 2));
  }

  private void afterReturn(Instructions end) {
    Type result = method.result();
    boolean isVoid = result.getSort() == Type.VOID;
    Type outcome = isVoid ? null : result;
    Label accepted = new Label();
    mv.visitLabel(returned);
    frames.after(mv, outcome);
    end.guard().callGuard("checksResult", "()Z");
    mv.visitJumpInsn(Opcodes.IFEQ, accepted);
    end.guard();
    if (isVoid) {
      end.insn(Opcodes.ACONST_NULL);
    } else {
      end.load(result, method.outcome()).box(result);
    }
    end.callGuard("accepts", "(Ljava/lang/Object;)Z");
    mv.visitJumpInsn(Opcodes.IFNE, accepted);
    restore(end);
    attempted(end).self().arguments().callGuard("unwanted", ATTEMPT + "J" + OUTCOME);
    next(end);
    end.load(CALL, method.call()).callCall("goesOn", "()Z");
    mv.visitJumpInsn(Opcodes.IFNE, attempt);
    giveResult(end);
    mv.visitLabel(accepted);
    frames.after(mv, outcome);
    end.guard().load(CALL, method.call()).load(PERMIT, method.permit());
    end.callGuard("succeeded", ATTEMPT + ")V");
    giveResult(end);
  }

  private void giveResult(Instructions end) {
    Type result = method.result();
    if (result.getSort() != Type.VOID) {
      end.load(result, method.outcome());
    }
    end.insn(result.getOpcode(Opcodes.IRETURN));
  }

  private void afterFailure(Instructions end) {
    Label caught = new Label();
    Label failed = new Label();
    // The last of the method's handlers, so that the body's own are looked at before it.
    mv.visitTryCatchBlock(body, bodyEnd, caught, THROWABLE.getInternalName());
    mv.visitLabel(refused);
    frames.attempt(mv);
    end.insn(Opcodes.ACONST_NULL).store(THROWABLE, method.outcome());
    mv.visitJumpInsn(Opcodes.GOTO, failed);
    mv.visitLabel(caught);
    frames.caught(mv);
    end.store(THROWABLE, method.outcome());
    mv.visitLabel(failed);
    frames.after(mv, THROWABLE);
    restore(end);
    attempted(end).load(THROWABLE, method.outcome()).self().arguments();
    end.callGuard("failed", ATTEMPT + "JLjava/lang/Throwable;" + OUTCOME);
    next(end);
    if (withFallback) {
      end.load(CALL, method.call()).callCall("isAnswered", "()Z");
      mv.visitJumpInsn(Opcodes.IFEQ, attempt);
      end.load(CALL, method.call()).callCall("answer", "()Ljava/lang/Object;").returnObject();
    } else {
      mv.visitJumpInsn(Opcodes.GOTO, attempt);
    }
  }

  /** Pushes the guard and what it is told of every attempt. */
  private Instructions attempted(Instructions end) {
    return end.guard()
        .load(CALL, method.call())
        .load(PERMIT, method.permit())
        .load(Type.LONG_TYPE, method.start());
  }

  /** Takes the call from the stack, and the permit from the call. */
  private void next(Instructions end) {
    end.insn(Opcodes.DUP).store(CALL, method.call());
    end.callCall("permit", "()L" + Instructions.PERMIT + ";").store(PERMIT, method.permit());
  }

  /** Every attempt, and whoever is told of it, gets the arguments as they were. */
  private void restore(Instructions end) {
    for (int copied : method.overwritten()) {
      Type type = method.typeOfArgument(copied);
      end.load(type, method.slotOfCopy(copied)).store(type, method.slotOfArgument(copied));
    }
  }
}
