package dev.mulligan.agent.weave;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.OffsetMapping.Target;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.NullConstant;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.utility.JavaConstant;

/** Binds the advice's parameters to a woven method: its guard as a constant, and its key. */
final class Bindings {
  private static final TypeDescription GUARD = TypeDescription.ForLoadedType.of(Guard.class);
  private static final MethodDescription.InDefinedShape BOOTSTRAP =
      TypeDescription.ForLoadedType.of(Woven.class)
          .getDeclaredMethods()
          .filter(ElementMatchers.named("guard"))
          .getOnly();

  private Bindings() {}

  static Advice advice(GuardedMethods methods, Shape shape) {
    return Advice.withCustomMapping()
        .bind(
            GuardConstant.class,
            (type, method, assigner, arguments, sort) ->
                new Target.ForStackManipulation(guard(methods, method)))
        .bind(
            KeyArgument.class,
            (type, method, assigner, arguments, sort) -> key(methods, method, assigner, arguments))
        .to(shape.enter(), shape.exit());
  }

  private static StackManipulation guard(GuardedMethods methods, MethodDescription method) {
    GuardedMethods.Entry entry = Objects.requireNonNull(methods.find(method));
    List<JavaConstant> arguments = new ArrayList<>();
    arguments.add(
        JavaConstant.MethodType.of(
            method.getReturnType().asErasure(), method.getParameters().asTypeList().asErasures()));
    for (String line : entry.text().lines()) {
      arguments.add(JavaConstant.Simple.ofLoaded(line));
    }
    return MethodInvocation.invoke(BOOTSTRAP)
        .dynamic(method.getInternalName(), GUARD, List.of(), arguments);
  }

  private static Target key(
      GuardedMethods methods,
      MethodDescription method,
      Assigner assigner,
      Advice.ArgumentHandler arguments) {
    GuardedMethods.Entry entry = Objects.requireNonNull(methods.find(method));
    if (entry.keyIndex() < 0) {
      return new Target.ForStackManipulation(NullConstant.INSTANCE);
    }
    ParameterDescription parameter = method.getParameters().get(entry.keyIndex());
    StackManipulation boxed =
        assigner.assign(
            parameter.getType(),
            TypeDescription.ForLoadedType.of(Object.class).asGenericType(),
            Assigner.Typing.STATIC);
    return new Target.ForVariable.ReadOnly(
        parameter.getType(), arguments.argument(parameter.getOffset()), boxed);
  }
}
