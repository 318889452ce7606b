package dev.mulligan.agent.weave;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Where the methods of a class are written, as far as its class file tells. */
public final class SourceLines {
  /** Nothing is known. */
  public static final SourceLines NONE = new SourceLines();

  private final Map<String, Integer> first = new HashMap<>();
  private @Nullable String source;

  private SourceLines() {}

  /**
   * Reads the lines of a class file.
   *
   * @param file the class file
   * @return its lines; empty for one that was compiled without debug information
   */
  public static SourceLines of(byte[] file) {
    SourceLines lines = new SourceLines();
    new ClassReader(file).accept(lines.new Reader(), ClassReader.SKIP_FRAMES);
    return lines;
  }

  /**
   * Gives the name of the source file.
   *
   * @return the name, or null if it is not known
   */
  public @Nullable String source() {
    return source;
  }

  /**
   * Gives the first line of a method's body.
   *
   * @param method the method's name
   * @param descriptor its descriptor
   * @return the line, or zero if it is not known
   */
  public int first(String method, String descriptor) {
    return first.getOrDefault(method + descriptor, 0);
  }

  private final class Reader extends ClassVisitor {
    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitSource(@Nullable String file, @Nullable String debug) {
      source = file;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLineNumber(int line, Label start) {
          first.merge(name + descriptor, line, Math::min);
        }
      };
    }
  }
}
