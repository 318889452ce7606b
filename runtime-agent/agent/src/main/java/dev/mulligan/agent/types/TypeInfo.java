package dev.mulligan.agent.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** A class or an interface as its class file declares it. Immutable once it was read. */
public final class TypeInfo {
  private final String internalName;
  private final int access;
  private final @Nullable String superclass;
  private final List<String> interfaces;
  private final @Nullable String signature;
  final List<MethodInfo> methods = new ArrayList<>();
  final List<AnnotationInfo> annotations = new ArrayList<>(2);
  final Map<String, String> defaults = new HashMap<>();
  @Nullable String source;
  boolean declaresSerialVersion;

  TypeInfo(
      String internalName,
      int access,
      @Nullable String superclass,
      List<String> interfaces,
      @Nullable String signature) {
    this.internalName = internalName;
    this.access = access;
    this.superclass = superclass;
    this.interfaces = interfaces;
    this.signature = signature;
  }

  /** Gives the name, with slashes. */
  public String internalName() {
    return internalName;
  }

  /** Gives the name, with dots. */
  public String name() {
    return internalName.replace('/', '.');
  }

  /** Names the class above, with slashes; null for Object and modules. */
  public @Nullable String superclass() {
    return superclass;
  }

  /** Names the interfaces that it declares, with slashes. */
  public List<String> interfaces() {
    return interfaces;
  }

  @Nullable String signature() {
    return signature;
  }

  /** Gives the methods that it declares, constructors included, as they stand in the file. */
  public List<MethodInfo> methods() {
    return methods;
  }

  /** Gives the annotations of the type. */
  public List<AnnotationInfo> annotations() {
    return annotations;
  }

  /** Gives the values that the properties of an annotation type have by default, as text. */
  public Map<String, String> defaults() {
    return defaults;
  }

  /** Tells whether it was surely written in Java, whose rules are not those of other languages. */
  public boolean isWrittenInJava() {
    return source != null && source.endsWith(".java");
  }

  /** Tells whether it is an annotation type. */
  public boolean isAnnotation() {
    return (access & Opcodes.ACC_ANNOTATION) != 0;
  }

  /** Tells whether it is an interface, or an annotation type. */
  public boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** Tells whether any class may mention it, as far as its class file tells. */
  public boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  /**
   * Tells whether there can be objects of just this class: it is no interface, and not abstract.
   */
  public boolean isConcrete() {
    return (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT)) == 0;
  }

  /**
   * Tells whether the version of its serialized objects is given: by a field, or because it is an
   * enum or a record. Else the JDK makes it from names and modifiers of the members.
   */
  public boolean hasSerialVersion() {
    return declaresSerialVersion || isEnum() || "java/lang/Record".equals(superclass);
  }

  /** Tells whether it is an enum. */
  public boolean isEnum() {
    return (access & Opcodes.ACC_ENUM) != 0;
  }
}
