package dev.mulligan.agent.weave;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import net.bytebuddy.utility.visitor.ExceptionTableSensitiveMethodVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Lets a woven {@code synchronized} method give up its monitor between attempts: the modifier is
 * dropped, and the body takes the monitor itself. The body is what the advice repeats, so nobody
 * waits for the monitor while a call waits for its next attempt.
 *
 * <p>Registered after the advice, this visitor sees the code first, and what it adds becomes part
 * of the body.
 */
final class MonitorInBody implements AsmVisitorWrapper {
  private final GuardedMethods methods;

  MonitorInBody(GuardedMethods methods) {
    this.methods = methods;
  }

  @Override
  public int mergeWriter(int flags) {
    return flags;
  }

  @Override
  public int mergeReader(int flags) {
    return flags;
  }

  @Override
  public ClassVisitor wrap(
      TypeDescription type,
      ClassVisitor visitor,
      Implementation.Context context,
      TypePool pool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> declared,
      int writerFlags,
      int readerFlags) {
    boolean expanded = (readerFlags & ClassReader.EXPAND_FRAMES) != 0;
    return new ClassVisitor(OpenedClassReader.ASM_API, visitor) {
      @Override
      public @Nullable MethodVisitor visitMethod(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          String @Nullable [] exceptions) {
        boolean moves =
            (access & Opcodes.ACC_SYNCHRONIZED) != 0 && methods.contains(name, descriptor);
        int modifiers = moves ? access & ~Opcodes.ACC_SYNCHRONIZED : access;
        MethodVisitor next = super.visitMethod(modifiers, name, descriptor, signature, exceptions);
        return moves && next != null
            ? new Body(next, type.getInternalName(), access, descriptor, expanded)
            : next;
      }
    };
  }

  /** {@code synchronized (this) { body }}, or on the class for a static method. */
  private static final class Body extends ExceptionTableSensitiveMethodVisitor {
    private final String owner;
    private final boolean isStatic;
    private final String descriptor;
    private final boolean expanded;
    private final Label begin = new Label();
    private final Label end = new Label();
    private final Label handler = new Label();

    Body(MethodVisitor next, String owner, int access, String descriptor, boolean expanded) {
      super(OpenedClassReader.ASM_API, next);
      this.owner = owner;
      this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
      this.descriptor = descriptor;
      this.expanded = expanded;
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
      super.visitFrame(
          expanded ? Opcodes.F_NEW : Opcodes.F_FULL,
          frame.length,
          frame,
          1,
          new Object[] {"java/lang/Throwable"});
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
        types.add(frameType(type));
      }
      return types.toArray();
    }

    private static Object frameType(Type type) {
      return switch (type.getSort()) {
        case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
        case Type.LONG -> Opcodes.LONG;
        case Type.FLOAT -> Opcodes.FLOAT;
        case Type.DOUBLE -> Opcodes.DOUBLE;
        default -> type.getInternalName();
      };
    }
  }
}
