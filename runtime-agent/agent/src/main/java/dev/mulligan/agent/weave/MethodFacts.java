package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** What must be known of a method's body before it is woven. */
final class MethodFacts {
  /** The variables that do not keep what they hold in the beginning, as far as is certain. */
  private final BitSet changed = new BitSet();

  private final Map<Integer, String> names = new HashMap<>();
  private int locals;
  private int firstLine;

  private MethodFacts() {}

  /** Reads the facts of some methods of a class, by key. */
  static Map<String, MethodFacts> of(byte[] file, Collection<MethodInfo> methods) {
    Set<String> wanted = new HashSet<>();
    for (MethodInfo method : methods) {
      wanted.add(key(method));
    }
    FactsOfClass facts = new FactsOfClass(wanted);
    new ClassReader(file).accept(facts, ClassReader.EXPAND_FRAMES);
    return facts.found;
  }

  private static final class FactsOfClass extends ClassVisitor {
    private final Set<String> wanted;
    private final Map<String, MethodFacts> found = new HashMap<>();
    private String owner = "";

    FactsOfClass(Set<String> wanted) {
      super(Opcodes.ASM9);
      this.wanted = wanted;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String above,
        String @Nullable [] interfaces) {
      owner = name;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (!wanted.contains(name + descriptor)) {
        return null;
      }
      MethodFacts facts = new MethodFacts();
      found.put(name + descriptor, facts);
      return facts.new Reader(arguments(access, descriptor));
    }

    /** The arguments as frames show them. */
    private List<Object> arguments(int access, String descriptor) {
      List<Object> arguments = new ArrayList<>();
      if ((access & Opcodes.ACC_STATIC) == 0) {
        arguments.add(owner);
      }
      for (Type type : Type.getArgumentTypes(descriptor)) {
        arguments.add(Frames.of(type));
      }
      return arguments;
    }
  }

  /** By what a method is known within its class. */
  static String key(MethodInfo method) {
    return method.name() + method.descriptor();
  }

  /** Names the method's parameters, by their positions where they were compiled without names. */
  List<String> namesOf(MethodInfo method) {
    List<String> found = new ArrayList<>();
    int slot = method.isStatic() ? 0 : 1;
    for (int index = 0; index < method.parameters().size(); index++) {
      String name = method.parameterName(index);
      if (name == null) {
        name = names.get(slot);
      }
      found.add(name == null ? "arg" + index : name);
      slot += Type.getType(method.parameters().get(index)).getSize();
    }
    return found;
  }

  /** How many slots the body's local variables take, its parameters included. */
  int locals() {
    return locals;
  }

  /** The first line of the body; zero if the class file does not tell. */
  int firstLine() {
    return firstLine;
  }

  /**
   * Tells whether a variable may hold something else than in the beginning somewhere in the body,
   * or nothing that the verifier would know of: the body writes to it, or a frame leaves it out.
   * Frames do that where the code is dead, and where an optimizer found that nothing is read any
   * more.
   */
  boolean changes(int slot, int size) {
    int next = changed.nextSetBit(slot);
    return next >= 0 && next < slot + size;
  }

  private final class Reader extends MethodVisitor {
    private final List<Object> arguments;

    Reader(List<Object> arguments) {
      super(Opcodes.ASM9);
      this.arguments = arguments;
    }

    @Override
    public void visitFrame(
        int type, int localCount, Object[] local, int stackCount, Object[] stack) {
      Map<Integer, Object> there = new HashMap<>();
      int slot = 0;
      for (int i = 0; i < localCount; i++) {
        there.put(slot, local[i]);
        slot += Frames.size(local[i]);
      }
      slot = 0;
      for (Object argument : arguments) {
        if (!argument.equals(there.get(slot))) {
          changed.set(slot, slot + Frames.size(argument));
        }
        slot += Frames.size(argument);
      }
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      if (firstLine == 0) {
        firstLine = line;
      }
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      switch (opcode) {
        case Opcodes.LSTORE, Opcodes.DSTORE -> changed.set(variable, variable + 2);
        case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE -> changed.set(variable);
        default -> {
          // A load.
        }
      }
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      changed.set(variable);
    }

    @Override
    public void visitLocalVariable(
        String name,
        String descriptor,
        @Nullable String signature,
        Label start,
        Label end,
        int index) {
      names.putIfAbsent(index, name);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      locals = maxLocals;
    }
  }
}
