package dev.mulligan.processor.read;

import dev.mulligan.processor.model.Mark;
import dev.mulligan.processor.model.Parameter;
import dev.mulligan.processor.model.Signature;
import dev.mulligan.processor.model.Type;
import dev.mulligan.processor.model.TypeParameter;
import dev.mulligan.processor.model.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Reads the headers of methods and constructors as the wrapper must repeat them. */
final class SignatureReader {
  private final Tools tools;
  private final TypeReader types = new TypeReader();

  SignatureReader(Tools tools) {
    this.tools = tools;
  }

  /** The header of a member, with the type arguments that it has in the given type. */
  Signature signature(
      ExecutableElement member, ExecutableType type, List<? extends TypeMirror> thrown) {
    boolean varargs = member.isVarArgs();
    return new Signature(
        visibility(member.getModifiers()),
        tools.elements().isDeprecated(member),
        marks(member, reader -> reader.on(member)),
        typeParameters(type.getTypeVariables()),
        parameters(member, type),
        varargs,
        varargs && isGeneric(type.getParameterTypes()),
        types.readAll(thrown));
  }

  Type result(ExecutableType type) {
    return types.read(type.getReturnType());
  }

  Type erased(TypeMirror type) {
    return type.getKind() == TypeKind.VOID
        ? types.read(type)
        : types.readErased(tools.types().erasure(type));
  }

  Type.Named raw(TypeElement type) {
    return types.raw(type);
  }

  Type.Named self(TypeElement type) {
    return types.declared((DeclaredType) type.asType());
  }

  List<TypeParameter> typeParameters(List<? extends TypeMirror> variables) {
    List<TypeParameter> parameters = new ArrayList<>();
    for (TypeMirror variable : variables) {
      TypeVariable typeVariable = (TypeVariable) variable;
      List<Type> bounds = types.readAll(bounds(typeVariable));
      parameters.add(
          new TypeParameter(typeVariable.asElement().getSimpleName().toString(), bounds));
    }
    return parameters;
  }

  private static List<? extends TypeMirror> bounds(TypeVariable variable) {
    TypeMirror upper = variable.getUpperBound();
    List<? extends TypeMirror> here =
        upper instanceof IntersectionType several ? several.getBounds() : List.of(upper);
    List<? extends TypeMirror> written = ((TypeParameterElement) variable.asElement()).getBounds();
    // Eclipse's compiler loses Object as the first of several, which is then the erasure.
    return written.size() > here.size() ? written : here;
  }

  private List<Parameter> parameters(ExecutableElement member, ExecutableType type) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < member.getParameters().size(); i++) {
      VariableElement parameter = member.getParameters().get(i);
      parameters.add(
          new Parameter(
              parameter.getSimpleName().toString(),
              types.read(type.getParameterTypes().get(i)),
              marks(member, reader -> reader.on(parameter)),
              marks(member, reader -> reader.onTypeOf(parameter))));
    }
    return parameters;
  }

  /** Containers read the annotations of constructors; methods leave theirs to their target. */
  private static List<Mark> marks(
      ExecutableElement member, Function<MarkReader, List<Mark>> annotations) {
    return member.getKind() == ElementKind.CONSTRUCTOR
        ? annotations.apply(new MarkReader(Names.packageOf(member)))
        : List.of();
  }

  /** Tells whether an array of the last parameter's elements cannot be created safely. */
  private static boolean isGeneric(List<? extends TypeMirror> parameters) {
    TypeMirror component = ((ArrayType) parameters.get(parameters.size() - 1)).getComponentType();
    return component.getKind() == TypeKind.TYPEVAR
        || (component instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty());
  }

  private static Visibility visibility(Set<Modifier> modifiers) {
    if (modifiers.contains(Modifier.PUBLIC)) {
      return Visibility.PUBLIC;
    }
    return modifiers.contains(Modifier.PROTECTED) ? Visibility.PROTECTED : Visibility.PACKAGE;
  }
}
