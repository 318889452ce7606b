package dev.mulligan.agent.weave;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Woven;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Skip;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Writes what woven methods are made of, besides their bodies. */
final class Instructions {
  static final String PERMIT = Type.getInternalName(Permit.class);
  static final String CALL = Type.getInternalName(Call.class);
  static final String SKIP = Type.getInternalName(Skip.class);

  private static final String GUARD = Type.getInternalName(Guard.class);
  private static final String OBJECT = "java/lang/Object";
  private static final Handle CONSTANT = bootstrap("guard", "Ljava/lang/Class;");
  private static final Handle CALL_SITE = bootstrap("link", "Ljava/lang/invoke/MethodType;");

  private final MethodVisitor out;
  private final WovenMethod method;

  Instructions(MethodVisitor out, WovenMethod method) {
    this.out = out;
    this.method = method;
  }

  private static Handle bootstrap(String method, String asksFor) {
    return new Handle(
        Opcodes.H_INVOKESTATIC,
        Type.getInternalName(Woven.class),
        method,
        "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
            + asksFor
            + "Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
        false);
  }

  /**
   * Pushes the guard. Every use asks for it anew: handed over in a local variable it would be no
   * constant to the JIT compiler, because the body is a loop. The signature is a text, because the
   * JVM would load every class of a method type, and one of them may be absent.
   */
  Instructions guard() {
    if (method.mayHaveDynamicConstants()) {
      out.visitLdcInsn(
          new ConstantDynamic(
              method.name(), "L" + GUARD + ";", CONSTANT, method.descriptor(), method.text()));
    } else {
      out.visitInvokeDynamicInsn(
          method.name(), "()L" + GUARD + ";", CALL_SITE, method.descriptor(), method.text());
    }
    return this;
  }

  Instructions callGuard(String name, String descriptor) {
    out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, GUARD, name, descriptor, false);
    return this;
  }

  Instructions callCall(String name, String descriptor) {
    out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, CALL, name, descriptor, false);
    return this;
  }

  Instructions load(Type type, int local) {
    out.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
    return this;
  }

  Instructions store(Type type, int local) {
    out.visitVarInsn(type.getOpcode(Opcodes.ISTORE), local);
    return this;
  }

  Instructions insn(int opcode) {
    out.visitInsn(opcode);
    return this;
  }

  /** Pushes the object of the call, or null in a static method. */
  Instructions self() {
    return method.isStatic()
        ? insn(Opcodes.ACONST_NULL)
        : load(method.owner(), method.slotOfArgument(WovenMethod.SELF));
  }

  /** Pushes the arguments in an array of their own. */
  Instructions arguments() {
    Type[] types = method.parameters();
    push(types.length);
    out.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
    for (int i = 0; i < types.length; i++) {
      insn(Opcodes.DUP);
      push(i);
      argument(i);
      insn(Opcodes.AASTORE);
    }
    return this;
  }

  /** Pushes one argument as an object. */
  Instructions argument(int index) {
    Type type = method.parameters()[index];
    return load(type, method.slotOfArgument(index)).box(type);
  }

  Instructions box(Type type) {
    String wrapper = wrapper(type);
    if (wrapper != null) {
      String descriptor = "(" + type.getDescriptor() + ")L" + wrapper + ";";
      out.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper, "valueOf", descriptor, false);
    }
    return this;
  }

  /** Turns the object on the stack into the method's result, and gives it to the caller. */
  Instructions returnObject() {
    Type result = method.result();
    String wrapper = wrapper(result);
    if (result.getSort() == Type.VOID) {
      insn(Opcodes.POP);
    } else if (wrapper == null) {
      out.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
    } else {
      out.visitTypeInsn(Opcodes.CHECKCAST, wrapper);
      out.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          wrapper,
          result.getClassName() + "Value",
          "()" + result.getDescriptor(),
          false);
    }
    return insn(result.getOpcode(Opcodes.IRETURN));
  }

  private void push(int value) {
    if (value <= 5) {
      out.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value <= Byte.MAX_VALUE) {
      out.visitIntInsn(Opcodes.BIPUSH, value);
    } else {
      out.visitIntInsn(Opcodes.SIPUSH, value);
    }
  }

  private static @Nullable String wrapper(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.CHAR -> "java/lang/Character";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> null;
    };
  }
}
