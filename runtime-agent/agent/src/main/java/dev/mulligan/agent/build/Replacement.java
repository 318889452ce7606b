package dev.mulligan.agent.build;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/** Puts a finished class file in the place of the one that a build reads. */
final class Replacement extends AsmVisitorWrapper.AbstractBase {
  private final byte[] file;

  Replacement(byte[] file) {
    this.file = file;
  }

  @Override
  public ClassVisitor wrap(
      TypeDescription type,
      ClassVisitor visitor,
      Implementation.Context context,
      TypePool pool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> methods,
      int writerFlags,
      int readerFlags) {
    return new ClassVisitor(OpenedClassReader.ASM_API) {
      @Override
      public void visitEnd() {
        // What was read until here went nowhere.
        OpenedClassReader.of(file).accept(visitor, readerFlags);
      }
    };
  }
}
