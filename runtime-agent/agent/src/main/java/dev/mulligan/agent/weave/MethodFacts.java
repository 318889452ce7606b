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
  private final BitSet written = new BitSet();
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
    Map<String, MethodFacts> found = new HashMap<>();
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
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
                return facts.new Reader();
              }
            },
            ClassReader.SKIP_FRAMES);
    return found;
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

  /** Tells whether the body writes to a variable. */
  boolean writes(int slot, int size) {
    int next = written.nextSetBit(slot);
    return next >= 0 && next < slot + size;
  }

  private final class Reader extends MethodVisitor {
    Reader() {
      super(Opcodes.ASM9);
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
        case Opcodes.LSTORE, Opcodes.DSTORE -> written.set(variable, variable + 2);
        case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE -> written.set(variable);
        default -> {
          // A load.
        }
      }
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      written.set(variable);
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
