package dev.mulligan.agent.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.signature.SignatureReader;
import net.bytebuddy.jar.asm.signature.SignatureVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A type with its type variables filled in, as the types below it do: {@code Sender<Order>} where a
 * class implements that. Immutable.
 */
public final class GenericType {
  private static final String OBJECT = "Ljava/lang/Object;";

  private final TypeInfo type;
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, Bound> bounds = new LinkedHashMap<>();
  private final List<Erasing> above = new ArrayList<>();

  private GenericType(TypeInfo type, List<String> arguments) {
    this.type = type;
    if (type.signature() != null && !read(type.signature(), new Header())) {
      bounds.clear();
      above.clear();
    }
    int index = 0;
    for (Map.Entry<String, Bound> declared : bounds.entrySet()) {
      boolean isGiven = arguments.size() == bounds.size();
      variables.put(
          declared.getKey(), isGiven ? arguments.get(index++) : declared.getValue().erased());
    }
  }

  /**
   * Begins with a type as it is declared: its variables are what bounds them.
   *
   * @param type the type
   * @return the same, to look above it
   */
  public static GenericType of(TypeInfo type) {
    return new GenericType(type, List.of());
  }

  /** Gives the type. */
  public TypeInfo type() {
    return type;
  }

  /**
   * Gives the class above.
   *
   * @param types where it is looked for
   * @return the class, or null if there is none, or it cannot be read
   */
  public @Nullable GenericType superclass(Types types) {
    TypeInfo found = types.find(type.superclass());
    return found == null ? null : new GenericType(found, argumentsOf(0));
  }

  /**
   * Gives the interfaces that the type declares.
   *
   * @param types where they are looked for
   * @return those that can be read
   */
  public List<GenericType> interfaces(Types types) {
    return interfaces(types, "/");
  }

  /**
   * Gives the interfaces that the type declares, without those of the JDK.
   *
   * @param types where they are looked for
   * @return those that can be read
   */
  public List<GenericType> interfacesOutsideJdk(Types types) {
    return interfaces(types, "java/");
  }

  private List<GenericType> interfaces(Types types, String without) {
    List<GenericType> found = new ArrayList<>();
    for (int i = 0; i < type.interfaces().size(); i++) {
      String name = type.interfaces().get(i);
      TypeInfo declared = name.startsWith(without) ? null : types.find(name);
      if (declared != null) {
        found.add(new GenericType(declared, argumentsOf(i + 1)));
      }
    }
    return found;
  }

  /**
   * Gives the types of a method of this type, with variables filled in and erased.
   *
   * @param method the method
   * @return its types
   */
  public MethodTypes typesOf(MethodInfo method) {
    MethodTypes written = new MethodTypes(method.parameters(), method.result().getDescriptor());
    OfMethod reader = new OfMethod();
    if (method.signature() == null || !read(method.signature(), reader)) {
      return written;
    }
    MethodTypes filled = reader.types();
    return filled.parameters().size() == written.parameters().size() ? filled : written;
  }

  /** Signatures are for compilers; nobody checks those that obfuscators leave behind. */
  private static boolean read(String signature, SignatureVisitor visitor) {
    try {
      new SignatureReader(signature).accept(visitor);
      return true;
    } catch (RuntimeException malformed) {
      return false;
    }
  }

  private List<String> argumentsOf(int index) {
    return index < above.size() ? above.get(index).erasedArguments() : List.of();
  }

  private String valueOf(String variable) {
    String value = variables.get(variable);
    if (value == null) {
      Bound bound = bounds.get(variable);
      value = bound == null ? OBJECT : bound.erased();
    }
    return value;
  }

  /**
   * The erased types of a method.
   *
   * @param parameters the descriptors of its parameters' types
   * @param result the descriptor of its result's type
   */
  public record MethodTypes(List<String> parameters, String result) {}

  /** What bounds a type variable: the class or, without one, the first interface. */
  private static final class Bound {
    private @Nullable Erasing first;

    Erasing add(Erasing bound) {
      if (first == null) {
        first = bound;
      }
      return bound;
    }

    String erased() {
      return first == null ? OBJECT : first.erased();
    }
  }

  /** Reads the declarations of type variables. */
  private abstract static class Declarations extends SignatureVisitor {
    private final Map<String, Bound> declared;
    private Bound last = new Bound();

    Declarations(Map<String, Bound> declared) {
      super(Opcodes.ASM9);
      this.declared = declared;
    }

    abstract Erasing next();

    @Override
    public void visitFormalTypeParameter(String name) {
      last = new Bound();
      declared.put(name, last);
    }

    @Override
    public SignatureVisitor visitClassBound() {
      return last.add(next());
    }

    @Override
    public SignatureVisitor visitInterfaceBound() {
      return last.add(next());
    }
  }

  /** Reads the signature of the type. */
  private final class Header extends Declarations {
    Header() {
      super(bounds);
    }

    @Override
    Erasing next() {
      return new Erasing(GenericType.this::valueOf);
    }

    @Override
    public SignatureVisitor visitSuperclass() {
      return supertype();
    }

    @Override
    public SignatureVisitor visitInterface() {
      return supertype();
    }

    private Erasing supertype() {
      Erasing next = next();
      above.add(next);
      return next;
    }
  }

  /** Reads the signature of a method, whose own variables come before those of the type. */
  private final class OfMethod extends Declarations {
    private final Map<String, Bound> own;
    private final List<Erasing> parameters = new ArrayList<>();
    private Erasing result = next();

    OfMethod() {
      this(new HashMap<>());
    }

    private OfMethod(Map<String, Bound> own) {
      super(own);
      this.own = own;
    }

    @Override
    Erasing next() {
      return new Erasing(this::value);
    }

    private String value(String variable) {
      Bound bound = own.get(variable);
      return bound == null ? valueOf(variable) : bound.erased();
    }

    @Override
    public SignatureVisitor visitParameterType() {
      Erasing next = next();
      parameters.add(next);
      return next;
    }

    @Override
    public SignatureVisitor visitReturnType() {
      result = next();
      return result;
    }

    MethodTypes types() {
      List<String> erased = new ArrayList<>();
      for (Erasing parameter : parameters) {
        erased.add(parameter.erased());
      }
      return new MethodTypes(erased, result.erased());
    }
  }
}
