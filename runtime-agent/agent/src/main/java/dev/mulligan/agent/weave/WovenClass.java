package dev.mulligan.agent.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Writes a class anew, with guards around some of its methods. The rest is copied as it is. */
final class WovenClass extends ClassVisitor {
  private final GuardedMethods methods;
  private WovenMethod.Owner owner = new WovenMethod.Owner(Type.VOID_TYPE, 0);

  private WovenClass(ClassVisitor next, GuardedMethods methods) {
    super(Opcodes.ASM9, next);
    this.methods = methods;
  }

  /**
   * Weaves.
   *
   * @throws net.bytebuddy.jar.asm.MethodTooLargeException if a guard does not fit into its method
   */
  static byte[] of(byte[] file, GuardedMethods methods) {
    ClassReader reader = new ClassReader(file);
    // Frames and sizes are written by hand: to compute them would load classes.
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new WovenClass(writer, methods), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String above,
      String @Nullable [] interfaces) {
    owner = new WovenMethod.Owner(Type.getObjectType(name), version & 0xffff);
    super.visit(version, access, name, signature, above, interfaces);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    GuardedMethods.Entry entry = methods.find(name, descriptor);
    if (entry == null) {
      return super.visitMethod(access, name, descriptor, signature, exceptions);
    }
    boolean isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    int modifiers = access & ~Opcodes.ACC_SYNCHRONIZED;
    MethodVisitor next = super.visitMethod(modifiers, name, descriptor, signature, exceptions);
    WovenMethod method = new WovenMethod(owner, access, name, descriptor, entry);
    MethodVisitor woven = woven(next, entry, method);
    return isSynchronized ? new MonitorInBody(woven, method) : woven;
  }

  private static MethodVisitor woven(
      MethodVisitor next, GuardedMethods.Entry entry, WovenMethod method) {
    return switch (entry.shape()) {
      case ELSEWHERE -> new HandingOver(next, method);
      case WITH_FALLBACK -> new Repeating(next, method, true);
      case INLINE -> new Repeating(next, method, false);
    };
  }
}
