package dev.mulligan.agent.weave;

import dev.mulligan.agent.Report;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.policy.PolicyException;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the annotated methods of one class. No member, field or interface is added; a method
 * that cannot be guarded stays as it is, and is reported.
 */
public final class Weaver {
  private static final int SHORTEST_FOR_INDY = 51;

  private Weaver() {}

  /**
   * Weaves a class.
   *
   * @param loader the loader that defines it
   * @param internalName its name with slashes
   * @param file its class file
   * @param redefinition whether the class is loaded already
   * @return the woven class file, or null if there is nothing to weave
   */
  public static byte @Nullable [] weave(
      ClassLoader loader, String internalName, byte[] file, boolean redefinition) {
    String name = internalName.replace('/', '.');
    ClassFileLocator locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, file), ClassFileLocator.ForClassLoader.of(loader));
    // Extended: parameters have names where the class was compiled with debug information.
    TypePool pool =
        new TypePool.Default(
            new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.EXTENDED);
    TypeDescription type = pool.describe(name).resolve();
    if (isWrapper(type)) {
      return null;
    }
    GuardedMethods methods = find(type, redefinition);
    if (methods.isEmpty()) {
      return null;
    }
    if (ClassFileVersion.ofClassFile(file).getMajorVersion() < SHORTEST_FOR_INDY) {
      Report.notWoven(name, "its class file is older than Java 7");
      return null;
    }
    if (!RuntimeVisibility.isVisibleTo(loader)) {
      Report.notWoven(name, "its class loader " + loader + " does not see Mulligan's runtime");
      return null;
    }
    while (!methods.isEmpty()) {
      try {
        return weave(type, methods, locator, pool);
      } catch (MethodTooLargeException e) {
        Report.notWoven(
            name + "#" + e.getMethodName(), "with the guard it would be too large for a method");
        methods.remove(e.getMethodName(), e.getDescriptor());
      }
    }
    return null;
  }

  private static byte[] weave(
      TypeDescription type, GuardedMethods methods, ClassFileLocator locator, TypePool pool) {
    AsmVisitorWrapper.ForDeclaredMethods advice = new AsmVisitorWrapper.ForDeclaredMethods();
    for (Shape shape : Shape.values()) {
      advice =
          advice.method(method -> methods.contains(method, shape), Bindings.advice(methods, shape));
    }
    return new ByteBuddy()
        .with(TypeValidation.DISABLED)
        .decorate(type, locator)
        .visit(advice)
        .visit(new MonitorInBody(methods))
        .make(pool)
        .getBytes();
  }

  /** A generated wrapper applies the policies of what it implements or extends itself. */
  private static boolean isWrapper(TypeDescription type) {
    return type.getDeclaredFields().stream()
        .anyMatch(field -> field.getType().asErasure().represents(Guard.class));
  }

  private static GuardedMethods find(TypeDescription type, boolean redefinition) {
    PolicyReader reader = new PolicyReader(type);
    GuardedMethods methods = new GuardedMethods();
    for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
      if (!method.isMethod() || method.isBridge() || method.isSynthetic()) {
        continue;
      }
      Map<String, Map<String, String>> policies = reader.policiesOf(method);
      // An annotation on an abstract method speaks to those who implement it.
      if (policies.isEmpty() || method.isAbstract()) {
        continue;
      }
      String location = type.getName() + "#" + method.getName();
      String refusal = Unweavable.reason(method, redefinition);
      if (refusal != null) {
        Report.notWoven(location, refusal);
        continue;
      }
      try {
        methods.add(
            method,
            Shape.of(method, policies.keySet()),
            reader.guardOf(method, policies),
            reader.keyIndex(method));
      } catch (PolicyException e) {
        e.problems().forEach(problem -> Report.notWoven(location, problem.toString()));
      }
    }
    return methods;
  }
}
