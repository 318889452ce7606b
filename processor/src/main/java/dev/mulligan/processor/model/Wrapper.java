package dev.mulligan.processor.model;

import java.util.List;
import java.util.Set;

/**
 * A wrapper class to be written.
 *
 * @param name its simple name; its package is the target's
 * @param target what it wraps, with the wrapper's own type variables as arguments
 * @param kind how it wraps
 * @param isPublic whether it can be used outside of its package
 * @param isAbstract whether it leaves methods to subclasses, as its target does
 * @param deprecated whether users are warned
 * @param generated whether the compiled module can see {@code @Generated}
 * @param marks its annotations for containers
 * @param typeParameters the target's type parameters
 * @param constructors the target's constructors; for an interface the one that takes the other
 *     object
 * @param methods its methods, in the target's order
 * @param hiddenNames what else the names of imports, and those of {@code java.lang}, would mean:
 *     methods and member types that it inherits, and types of its package
 */
public record Wrapper(
    String name,
    Type.Named target,
    Kind kind,
    boolean isPublic,
    boolean isAbstract,
    boolean deprecated,
    boolean generated,
    List<Mark> marks,
    List<TypeParameter> typeParameters,
    List<Signature> constructors,
    List<Method> methods,
    Set<String> hiddenNames) {

  /** What a wrapper of an interface calls the object that it stands around. */
  public static final String DELEGATE = "delegate";

  /** How a wrapper reaches the method that it guards. */
  public enum Kind {
    /** It extends a class and calls {@code super}. */
    SUBCLASS,
    /** It implements an interface around another object. */
    DELEGATE
  }

  /** The same wrapper, as containers find it. */
  public Wrapper with(List<Mark> newMarks, List<Signature> newConstructors) {
    return new Wrapper(
        name,
        target,
        kind,
        isPublic,
        isAbstract,
        deprecated,
        generated,
        newMarks,
        typeParameters,
        newConstructors,
        methods,
        hiddenNames);
  }

  /** The wrapper's full name. */
  public String qualifiedName() {
    String packageName = target.packageName();
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
