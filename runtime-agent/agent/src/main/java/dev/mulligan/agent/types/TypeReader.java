package dev.mulligan.agent.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Reads a type from its class file, code excluded. */
final class TypeReader extends ClassVisitor {
  private @Nullable TypeInfo type;

  private TypeReader() {
    super(Opcodes.ASM9);
  }

  static TypeInfo read(byte[] file) {
    TypeReader reader = new TypeReader();
    new ClassReader(file).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    return reader.type();
  }

  private TypeInfo type() {
    return Objects.requireNonNull(type);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superclass,
      String @Nullable [] interfaces) {
    List<String> declared = interfaces == null ? List.of() : List.of(interfaces);
    type = new TypeInfo(name, access, superclass, declared, signature);
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {
    type().source = source;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return AnnotationReader.read(descriptor, type().annotations);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    int constant = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    if (name.equals("serialVersionUID") && (access & constant) == constant) {
      type().declaresSerialVersion = true;
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    List<String> declared = exceptions == null ? List.of() : List.of(exceptions);
    MethodInfo method =
        new MethodInfo(type().internalName(), access, name, descriptor, signature, declared);
    type().methods.add(method);
    return new OfMethod(method);
  }

  private final class OfMethod extends MethodVisitor {
    private final MethodInfo method;
    private int annotable;

    OfMethod(MethodInfo method) {
      super(Opcodes.ASM9);
      this.method = method;
      this.annotable = method.parameters().size();
    }

    @Override
    public void visitParameter(@Nullable String name, int access) {
      if (name != null) {
        method.parameterNames.add(name);
      }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return AnnotationReader.read(descriptor, method.annotations);
    }

    @Override
    public void visitAnnotableParameterCount(int count, boolean visible) {
      annotable = count;
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      // What the compiler adds to the front of a list of parameters has no annotations.
      int index = parameter + method.parameters().size() - annotable;
      return AnnotationReader.read(descriptor, method.parameterAnnotations.get(index));
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
      Map<String, String> value = new HashMap<>();
      return new AnnotationReader(value) {
        @Override
        public void visitEnd() {
          value.values().forEach(text -> type().defaults.put(method.name(), text));
        }
      };
    }
  }
}
