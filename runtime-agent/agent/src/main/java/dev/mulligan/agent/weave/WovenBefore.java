package dev.mulligan.agent.weave;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.runtime.guard.Woven;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which methods of a class were woven when it was built. Those that were left as they are then, or
 * that a policy file names only now, stay so: a class is woven once.
 */
final class WovenBefore extends ClassVisitor {
  private static final String ENTRANCE = Type.getInternalName(Woven.class);

  private final Set<String> methods = new HashSet<>();

  private WovenBefore() {
    super(Opcodes.ASM9);
  }

  static WovenBefore in(byte[] file) {
    WovenBefore found = new WovenBefore();
    new ClassReader(file).accept(found, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  Finding verdict(Finding finding) {
    return methods.contains(finding.method() + finding.descriptor())
        ? finding.before()
        : finding.refused("its class was woven at build time, and this method was not");
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
      public void visitLdcInsn(Object value) {
        if (value instanceof ConstantDynamic constant) {
          seen(constant.getBootstrapMethod());
        }
      }

      @Override
      public void visitInvokeDynamicInsn(
          String site, String type, Handle bootstrap, Object... arguments) {
        seen(bootstrap);
      }

      private void seen(Handle bootstrap) {
        if (bootstrap.getOwner().equals(ENTRANCE)) {
          methods.add(name + descriptor);
        }
      }
    };
  }
}
