package dev.mulligan.agent.weave;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** What must be known of a method's body before it is woven. */
final class MethodFacts {
  private final BitSet written = new BitSet();
  private int locals;
  private int firstLine;

  private MethodFacts() {}

  /** Reads the facts of the methods that are to be woven, by name and descriptor. */
  static Map<String, MethodFacts> of(ClassReader reader, GuardedMethods methods) {
    Map<String, MethodFacts> found = new HashMap<>();
    reader.accept(
        new ClassVisitor(OpenedClassReader.ASM_API) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            if (!methods.contains(name, descriptor)) {
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
      super(OpenedClassReader.ASM_API);
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
    public void visitMaxs(int maxStack, int maxLocals) {
      locals = maxLocals;
    }
  }
}
