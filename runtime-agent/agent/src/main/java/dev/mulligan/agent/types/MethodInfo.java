package dev.mulligan.agent.types;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** A method as its class file declares it. Immutable once its class was read. */
public final class MethodInfo {
  private final String owner;
  private final int access;
  private final String name;
  private final String descriptor;
  private final @Nullable String signature;
  private final List<String> exceptions;
  private final List<String> parameters;
  final List<AnnotationInfo> annotations = new ArrayList<>(2);
  final List<List<AnnotationInfo>> parameterAnnotations;
  final List<String> parameterNames = new ArrayList<>(0);

  MethodInfo(
      String owner,
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      List<String> exceptions) {
    this.owner = owner;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.signature = signature;
    this.exceptions = exceptions;
    this.parameters = parameters(descriptor);
    this.parameterAnnotations = new ArrayList<>(parameters.size());
    for (int i = 0; i < parameters.size(); i++) {
      parameterAnnotations.add(new ArrayList<>(0));
    }
  }

  private static List<String> parameters(String descriptor) {
    List<String> found = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      found.add(type.getDescriptor());
    }
    return List.copyOf(found);
  }

  /** Names the class that declares the method, with slashes. */
  public String owner() {
    return owner;
  }

  /** Gives the method's name. */
  public String name() {
    return name;
  }

  /** Gives the method's descriptor. */
  public String descriptor() {
    return descriptor;
  }

  @Nullable String signature() {
    return signature;
  }

  /** Tells whether the source said more of its types than the descriptor: arguments, variables. */
  public boolean hasSignature() {
    return signature != null;
  }

  /** Names the exceptions that it declares, with slashes. */
  public List<String> exceptions() {
    return exceptions;
  }

  /** Gives the descriptors of the parameters' types. */
  public List<String> parameters() {
    return parameters;
  }

  /** Gives the type of the result. */
  public Type result() {
    return Type.getReturnType(descriptor);
  }

  /**
   * Names the type variable that the result is.
   *
   * @return its name, or null if the result is none
   */
  public @Nullable String resultVariable() {
    if (signature == null) {
      return null;
    }
    int result = signature.indexOf(')') + 1;
    int end = signature.indexOf(';', result);
    return signature.startsWith("T", result) && end > 0
        ? signature.substring(result + 1, end)
        : null;
  }

  /**
   * Names a parameter.
   *
   * @param index which, from zero
   * @return its name, or null if the method was compiled without names of parameters
   */
  public @Nullable String parameterName(int index) {
    return parameterNames.size() == parameters.size() ? parameterNames.get(index) : null;
  }

  /** Gives the annotations of the method. */
  public List<AnnotationInfo> annotations() {
    return annotations;
  }

  /**
   * Gives the annotations of a parameter.
   *
   * @param index which, from zero
   * @return its annotations
   */
  public List<AnnotationInfo> annotationsOf(int index) {
    return parameterAnnotations.get(index);
  }

  /** How many slots of local variables the arguments take, that of the object included. */
  public int slots() {
    int all = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
    return isStatic() ? all - 1 : all;
  }

  /** Tells whether it is neither a constructor nor a class initializer. */
  public boolean isMethod() {
    return !name.startsWith("<");
  }

  /** Tells whether the compiler made it: a bridge, the body of a lambda, an accessor. */
  public boolean isMadeByCompiler() {
    return is(Opcodes.ACC_SYNTHETIC) || is(Opcodes.ACC_BRIDGE);
  }

  /** Tells whether it may implement a method of an interface. */
  public boolean isVirtual() {
    return isMethod() && !isStatic() && !isPrivate();
  }

  /** Tells whether it has no receiver. */
  public boolean isStatic() {
    return is(Opcodes.ACC_STATIC);
  }

  /** Tells whether it is private. */
  public boolean isPrivate() {
    return is(Opcodes.ACC_PRIVATE);
  }

  /** Tells whether it is public. */
  public boolean isPublic() {
    return is(Opcodes.ACC_PUBLIC);
  }

  /** Tells whether it is abstract. */
  public boolean isAbstract() {
    return is(Opcodes.ACC_ABSTRACT);
  }

  /** Tells whether it is native. */
  public boolean isNative() {
    return is(Opcodes.ACC_NATIVE);
  }

  /** Tells whether it is a bridge to a method with other types. */
  public boolean isBridge() {
    return is(Opcodes.ACC_BRIDGE);
  }

  /** Tells whether it is {@code synchronized}. */
  public boolean isSynchronized() {
    return is(Opcodes.ACC_SYNCHRONIZED);
  }

  private boolean is(int flag) {
    return (access & flag) != 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MethodInfo method
        && method.owner.equals(owner)
        && method.name.equals(name)
        && method.descriptor.equals(descriptor);
  }

  @Override
  public int hashCode() {
    return owner.hashCode() ^ name.hashCode() ^ descriptor.hashCode();
  }

  @Override
  public String toString() {
    return owner + '#' + name + descriptor;
  }
}
