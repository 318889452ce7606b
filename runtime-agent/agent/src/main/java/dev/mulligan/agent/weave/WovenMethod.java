package dev.mulligan.agent.weave;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A method that is being woven, and where its guard has its local variables: above those of the
 * body, which so stay where they are. Arguments that the body overwrites are copied there, too,
 * because every attempt gets them as they were. Immutable.
 */
final class WovenMethod {
  /** Stands for the object of the call where the index of an argument is asked for. */
  static final int SELF = -1;

  private final Owner owner;
  private final String name;
  private final String descriptor;
  private final boolean isStatic;
  private final boolean isSynchronized;
  private final GuardedMethods.Entry entry;
  private final MethodFacts facts;
  private final Type[] parameters;
  private final int[] slots;

  WovenMethod(Owner owner, int access, String name, String descriptor, GuardedMethods.Entry entry) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
    this.isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    this.entry = entry;
    this.facts = entry.facts();
    this.parameters = Type.getArgumentTypes(descriptor);
    this.slots = slots();
  }

  private int[] slots() {
    int[] found = new int[parameters.length];
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < found.length; i++) {
      found[i] = slot;
      slot += parameters[i].getSize();
    }
    return found;
  }

  Type owner() {
    return owner.type();
  }

  String name() {
    return name;
  }

  String descriptor() {
    return descriptor;
  }

  boolean isStatic() {
    return isStatic;
  }

  Type[] parameters() {
    return parameters;
  }

  Type result() {
    return Type.getReturnType(descriptor);
  }

  String text() {
    return entry.text();
  }

  /** Tells whether the class file is one of Java 11 or later. */
  boolean mayHaveDynamicConstants() {
    return owner.release() >= Opcodes.V11;
  }

  int keyIndex() {
    return entry.keyIndex();
  }

  int firstLine() {
    return facts.firstLine();
  }

  int slotOfArgument(int index) {
    return index == SELF ? 0 : slots[index];
  }

  Type typeOfArgument(int index) {
    return index == SELF ? owner.type() : parameters[index];
  }

  int start() {
    return facts.locals() + (keepsMonitor() ? 1 : 0);
  }

  /** Tells whether the monitor is kept in a variable: the body changes that of its object. */
  boolean keepsMonitor() {
    return isSynchronized && !isStatic && isOverwritten(SELF);
  }

  /** Where the object is whose monitor the body takes. */
  int monitor() {
    return keepsMonitor() ? facts.locals() : 0;
  }

  int permit() {
    return start() + 2;
  }

  int call() {
    return start() + 3;
  }

  /** The arguments that the body overwrites, or a frame of it leaves out, in order. */
  List<Integer> overwritten() {
    List<Integer> overwritten = new ArrayList<>();
    for (int i = isStatic ? 0 : SELF; i < parameters.length; i++) {
      if (isOverwritten(i)) {
        overwritten.add(i);
      }
    }
    return overwritten;
  }

  boolean isOverwritten(int index) {
    return facts.changes(slotOfArgument(index), typeOfArgument(index).getSize());
  }

  int slotOfCopy(int index) {
    int slot = call() + 1;
    for (int other : overwritten()) {
      if (other == index) {
        return slot;
      }
      slot += typeOfArgument(other).getSize();
    }
    throw new IllegalArgumentException("argument " + index + " is not copied");
  }

  /** Where the result or the exception of an attempt is, the last of the guard's variables. */
  int outcome() {
    int slot = call() + 1;
    for (int copied : overwritten()) {
      slot += typeOfArgument(copied).getSize();
    }
    return slot;
  }

  /**
   * The class of a method.
   *
   * @param type the class
   * @param release the major version of its class file
   */
  record Owner(Type type, int release) {}
}
