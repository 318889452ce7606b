package dev.mulligan.agent.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Reads the values of an annotation as text. */
class AnnotationReader extends AnnotationVisitor {
  private static final String OURS = "Ldev/mulligan/annotations/";

  private final Map<String, String> values;

  AnnotationReader(Map<String, String> values) {
    super(Opcodes.ASM9);
    this.values = values;
  }

  /** Adds an annotation to those of an element; tells who reads its values, null for nobody. */
  static @Nullable AnnotationVisitor read(String descriptor, List<AnnotationInfo> annotations) {
    Map<String, String> values = new LinkedHashMap<>();
    String type = descriptor.substring(1, descriptor.length() - 1);
    annotations.add(new AnnotationInfo(type, values));
    return descriptor.startsWith(OURS) ? new AnnotationReader(values) : null;
  }

  @Override
  public void visit(@Nullable String name, Object value) {
    values.put(String.valueOf(name), text(value));
  }

  @Override
  public void visitEnum(@Nullable String name, String descriptor, String value) {
    values.put(String.valueOf(name), value);
  }

  @Override
  public AnnotationVisitor visitArray(@Nullable String name) {
    List<String> elements = new ArrayList<>();
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(@Nullable String none, Object value) {
        elements.add(text(value));
      }

      @Override
      public void visitEnum(@Nullable String none, String descriptor, String value) {
        elements.add(value);
      }

      @Override
      public void visitEnd() {
        values.put(String.valueOf(name), String.join(", ", elements));
      }
    };
  }

  private static String text(Object value) {
    if (value instanceof Double number && number == Math.rint(number)) {
      return Long.toString(number.longValue());
    }
    return value instanceof Type type ? type.getClassName() : String.valueOf(value);
  }
}
