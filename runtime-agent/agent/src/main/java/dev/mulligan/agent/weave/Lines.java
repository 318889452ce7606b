package dev.mulligan.agent.weave;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Gives woven code a line, so that what is thrown from it shows where the method is. */
final class Lines {
  private Lines() {}

  static void mark(MethodVisitor out, WovenMethod method) {
    if (method.firstLine() > 0) {
      Label here = new Label();
      out.visitLabel(here);
      out.visitLineNumber(method.firstLine(), here);
    }
  }
}
