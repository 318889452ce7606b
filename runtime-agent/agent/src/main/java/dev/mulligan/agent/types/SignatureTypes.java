package dev.mulligan.agent.types;

import dev.mulligan.agent.types.WrittenType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.signature.SignatureReader;
import net.bytebuddy.jar.asm.signature.SignatureVisitor;
import org.jspecify.annotations.Nullable;

/** Reads the types of a signature, of a method or of a type, as they were written. */
final class SignatureTypes extends SignatureVisitor {
  private static final WrittenType VOID =
      new WrittenType(Kind.PRIMITIVE, "void", List.of(), 0, WrittenType.EXACT);

  private final List<String> variables = new ArrayList<>();
  private final List<WrittenType> parameters = new ArrayList<>();
  private final List<WrittenType> supertypes = new ArrayList<>();
  private WrittenType result = VOID;

  private SignatureTypes() {
    super(Opcodes.ASM9);
  }

  /** Reads those of a method; what an obfuscator has left behind is not believed. */
  static SignatureTypes of(MethodInfo method) {
    String signature = method.signature();
    SignatureTypes written = signature == null ? null : read(signature);
    return written != null && written.parameters.size() == method.parameters().size()
        ? written
        : of(method.descriptor());
  }

  /** Reads those of a type's signature or a method's descriptor; nothing if it is malformed. */
  static SignatureTypes of(String signature) {
    SignatureTypes written = read(signature);
    return written == null ? new SignatureTypes() : written;
  }

  private static @Nullable SignatureTypes read(String signature) {
    try {
      SignatureTypes reader = new SignatureTypes();
      new SignatureReader(signature).accept(reader);
      return reader;
    } catch (RuntimeException malformed) {
      return null;
    }
  }

  List<String> variables() {
    return variables;
  }

  List<WrittenType> parameters() {
    return parameters;
  }

  List<WrittenType> supertypes() {
    return supertypes;
  }

  WrittenType result() {
    return result;
  }

  @Override
  public void visitFormalTypeParameter(String name) {
    variables.add(name);
  }

  @Override
  public SignatureVisitor visitClassBound() {
    return new OneType(WrittenType.EXACT, bound -> {});
  }

  @Override
  public SignatureVisitor visitInterfaceBound() {
    return visitClassBound();
  }

  @Override
  public SignatureVisitor visitSuperclass() {
    return new OneType(WrittenType.EXACT, supertypes::add);
  }

  @Override
  public SignatureVisitor visitInterface() {
    return visitSuperclass();
  }

  @Override
  public SignatureVisitor visitParameterType() {
    return new OneType(WrittenType.EXACT, parameters::add);
  }

  @Override
  public SignatureVisitor visitReturnType() {
    return new OneType(WrittenType.EXACT, type -> result = type);
  }

  @Override
  public SignatureVisitor visitExceptionType() {
    return visitClassBound();
  }

  /** Reads one type, and hands it over at its end. */
  private static final class OneType extends SignatureVisitor {
    private final char wildcard;
    private final Consumer<WrittenType> taker;
    private final List<WrittenType> arguments = new ArrayList<>(0);
    private String name = "";
    private int dimensions;

    OneType(char wildcard, Consumer<WrittenType> taker) {
      super(Opcodes.ASM9);
      this.wildcard = wildcard;
      this.taker = taker;
    }

    private void end(Kind kind) {
      taker.accept(new WrittenType(kind, name, List.copyOf(arguments), dimensions, wildcard));
    }

    @Override
    public void visitBaseType(char descriptor) {
      name = Type.getType(String.valueOf(descriptor)).getClassName();
      end(Kind.PRIMITIVE);
    }

    @Override
    public void visitTypeVariable(String variable) {
      name = variable;
      end(Kind.VARIABLE);
    }

    @Override
    public SignatureVisitor visitArrayType() {
      dimensions++;
      return this;
    }

    @Override
    public void visitClassType(String used) {
      name = used;
    }

    @Override
    public void visitInnerClassType(String inner) {
      name = name + "$" + inner;
      arguments.clear();
    }

    @Override
    public void visitTypeArgument() {
      arguments.add(new WrittenType(Kind.CLASS, "java/lang/Object", List.of(), 0, WrittenType.ANY));
    }

    @Override
    public SignatureVisitor visitTypeArgument(char kind) {
      return new OneType(kind, arguments::add);
    }

    @Override
    public void visitEnd() {
      end(Kind.CLASS);
    }
  }
}
