package dev.mulligan.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.mulligan.processor.model.GuardPlan;
import dev.mulligan.processor.model.Method;
import dev.mulligan.processor.model.Wrapper;
import dev.mulligan.processor.model.Wrapper.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import javax.lang.model.element.Modifier;

/** Writes the source of a wrapper. */
public final class WrapperWriter {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private final String generator;

  /**
   * Creates a writer.
   *
   * @param generator the name of the processor, for {@code @Generated}
   */
  public WrapperWriter(String generator) {
    this.generator = generator;
  }

  /** Writes a wrapper; the same text for the same wrapper, always. */
  public String write(Wrapper wrapper) {
    JavaFile.Builder file =
        JavaFile.builder(wrapper.target().packageName(), type(wrapper)).skipJavaLangImports(true);
    if (wrapper.methods().stream().anyMatch(method -> method.guard() != null)) {
      importStatically(file, wrapper, MethodHandles.class, "lookup");
      importStatically(file, wrapper, MethodType.class, "methodType");
    }
    return Layout.tidy(file.build().toString());
  }

  /** A method that the wrapper inherits would hide an imported one of the same name. */
  private static void importStatically(
      JavaFile.Builder file, Wrapper wrapper, Class<?> type, String method) {
    if (!wrapper.hiddenNames().contains(method)) {
      file.addStaticImport(type, method);
    }
  }

  private TypeSpec type(Wrapper wrapper) {
    TypeSpec.Builder code = TypeSpec.classBuilder(wrapper.name());
    code.addJavadoc("{@link $T} with its policies applied.", TypeNames.raw(wrapper.target()));
    code.alwaysQualify(wrapper.hiddenNames().toArray(String[]::new));
    addHeader(code, wrapper);
    MethodWriter methods = new MethodWriter(wrapper.kind());
    for (Method method : wrapper.methods()) {
      GuardPlan plan = method.guard();
      if (plan != null) {
        code.addField(GuardConstant.write(method.name(), method.signature(), plan));
      }
    }
    if (wrapper.kind() == Kind.DELEGATE) {
      code.addField(
          TypeNames.of(wrapper.target()), MethodWriter.DELEGATE, Modifier.PRIVATE, Modifier.FINAL);
    }
    wrapper.constructors().forEach(c -> code.addMethod(methods.constructor(c)));
    wrapper.methods().forEach(m -> code.addMethod(methods.method(m)));
    return code.build();
  }

  private void addHeader(TypeSpec.Builder code, Wrapper wrapper) {
    if (wrapper.generated()) {
      code.addAnnotation(
          AnnotationSpec.builder(GENERATED).addMember("value", "$S", generator).build());
    }
    if (wrapper.deprecated()) {
      code.addAnnotation(Deprecated.class);
    }
    code.addAnnotations(Marks.all(wrapper.marks()));
    if (wrapper.isPublic()) {
      code.addModifiers(Modifier.PUBLIC);
    }
    if (wrapper.isAbstract()) {
      code.addModifiers(Modifier.ABSTRACT);
    }
    wrapper.typeParameters().forEach(p -> code.addTypeVariable(TypeNames.parameter(p)));
    TypeName target = TypeNames.of(wrapper.target());
    if (wrapper.kind() == Kind.DELEGATE) {
      code.addSuperinterface(target);
    } else {
      code.superclass(target);
    }
  }
}
