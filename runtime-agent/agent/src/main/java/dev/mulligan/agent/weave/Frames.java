package dev.mulligan.agent.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** The stack map frames of a woven method: what the verifier is told of its local variables. */
final class Frames {
  private static final Object[] EMPTY = {};

  private final WovenMethod method;

  Frames(WovenMethod method) {
    this.method = method;
  }

  /** At the beginning of an attempt: arguments as they were given. */
  void attempt(MethodVisitor out) {
    write(out, arguments(true), null, EMPTY);
  }

  /** After an attempt: variables that the body writes to may hold anything. */
  void after(MethodVisitor out, @Nullable Type outcome) {
    write(out, arguments(false), outcome, EMPTY);
  }

  /** Where an exception of the body is caught. */
  void caught(MethodVisitor out) {
    write(out, arguments(false), null, new Object[] {"java/lang/Throwable"});
  }

  /** Where a body begins without any of the guard's variables. */
  void entry(MethodVisitor out) {
    Object[] locals = arguments(true).toArray();
    out.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, EMPTY);
  }

  /** The variables of a frame of the body: its own, and the guard's above them. */
  Object[] body(int count, Object[] locals) {
    List<Object> all = new ArrayList<>(Arrays.asList(locals).subList(0, count));
    addGuard(all);
    return all.toArray();
  }

  private void write(
      MethodVisitor out, List<Object> locals, @Nullable Type outcome, Object[] stack) {
    addGuard(locals);
    if (outcome != null) {
      locals.add(of(outcome));
    }
    out.visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.length, stack);
  }

  /** The arguments: as they were given, or those alone that the body leaves as they are. */
  List<Object> arguments(boolean asGiven) {
    List<Object> types = new ArrayList<>();
    for (int i = method.isStatic() ? 0 : WovenMethod.SELF; i < method.parameters().length; i++) {
      Type type = method.typeOfArgument(i);
      if (asGiven || !method.isOverwritten(i)) {
        types.add(of(type));
      } else {
        types.addAll(List.of(Opcodes.TOP, Opcodes.TOP).subList(0, type.getSize()));
      }
    }
    return types;
  }

  /** The variables of a body, and above them the object whose monitor it has. */
  Object[] withMonitor(List<Object> locals) {
    List<Object> all = new ArrayList<>(locals);
    if (method.keepsMonitor()) {
      fill(all, method.monitor());
      all.add(of(method.owner()));
    }
    return all.toArray();
  }

  private static void fill(List<Object> locals, int end) {
    for (int slots = slots(locals); slots < end; slots++) {
      locals.add(Opcodes.TOP);
    }
  }

  private void addGuard(List<Object> locals) {
    fill(locals, method.start());
    locals.add(Opcodes.LONG);
    locals.add(Instructions.PERMIT);
    locals.add(Instructions.CALL);
    for (int copied : method.overwritten()) {
      locals.add(of(method.typeOfArgument(copied)));
    }
  }

  private static int slots(List<Object> locals) {
    int slots = 0;
    for (Object type : locals) {
      slots += size(type);
    }
    return slots;
  }

  /** How many words a type of a frame takes. */
  static int size(Object type) {
    return type.equals(Opcodes.LONG) || type.equals(Opcodes.DOUBLE) ? 2 : 1;
  }

  static Object of(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
      case Type.LONG -> Opcodes.LONG;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      default -> type.getInternalName();
    };
  }
}
