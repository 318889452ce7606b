package dev.mulligan.runtime.method;

import dev.mulligan.runtime.log.AppLog;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A guarded method: how it is called, and how its parameters are named. Thread-safe.
 *
 * <p>Nothing is looked up before it is needed, which is when a call has failed.
 */
public final class GuardedMethod {
  private final MethodHandles.Lookup lookup;
  private final Class<?> declaring;
  private final String name;
  private final Signature signature;
  private final boolean isStatic;
  private final List<String> parameterNames;
  private final Set<Integer> redacted;
  private volatile @Nullable MethodHandle handle;
  private volatile @Nullable MethodHandle body;
  private volatile @Nullable AppLog log;

  /**
   * Describes a method.
   *
   * @param lookup what may call it
   * @param declaring the class or interface that declares it
   * @param name its name
   * @param type its parameters and result, without the receiver
   * @param isStatic whether it has no receiver
   * @param parameterNames names of its parameters; may be shorter than there are parameters
   * @param redacted indices of parameters whose values never leave the process
   */
  public GuardedMethod(
      MethodHandles.Lookup lookup,
      Class<?> declaring,
      String name,
      MethodType type,
      boolean isStatic,
      List<String> parameterNames,
      Set<Integer> redacted) {
    this(lookup, declaring, name, Signature.of(type), isStatic, parameterNames, redacted);
  }

  /**
   * Describes a method whose classes may be loaded later.
   *
   * @param lookup what may call it
   * @param declaring the class or interface that declares it
   * @param name its name
   * @param signature its parameters and result, without the receiver
   * @param isStatic whether it has no receiver
   * @param parameterNames names of its parameters; may be shorter than there are parameters
   * @param redacted indices of parameters whose values never leave the process
   */
  public GuardedMethod(
      MethodHandles.Lookup lookup,
      Class<?> declaring,
      String name,
      Signature signature,
      boolean isStatic,
      List<String> parameterNames,
      Set<Integer> redacted) {
    this.lookup = lookup;
    this.declaring = declaring;
    this.name = name;
    this.signature = signature;
    this.isStatic = isStatic;
    this.parameterNames = List.copyOf(parameterNames);
    this.redacted = Set.copyOf(redacted);
  }

  /**
   * Names the method in messages.
   *
   * @return class and method, such as {@code com.acme.Payments#pay}
   */
  public String location() {
    return declaring.getName() + "#" + name;
  }

  /**
   * Names the method in configuration and metrics.
   *
   * @return simple class and method, such as {@code Payments.pay}
   */
  public String shortName() {
    String binary = declaring.getName();
    int begin = Math.max(binary.lastIndexOf('.'), binary.lastIndexOf('$')) + 1;
    return binary.substring(begin) + "." + name;
  }

  /**
   * Identifies the method.
   *
   * @return class, method and parameter types, such as {@code com.acme.Payments#pay(long)}
   */
  public String callId() {
    return location() + signature.parameterNames();
  }

  /**
   * Tells which class declares the method.
   *
   * @return the class or interface
   */
  public Class<?> declaring() {
    return declaring;
  }

  /**
   * Gives the log of the application that the method belongs to.
   *
   * @return where lines about the method go
   */
  public AppLog log() {
    AppLog known = log;
    if (known == null) {
      known = AppLog.of(declaring.getClassLoader());
      log = known;
    }
    return known;
  }

  /**
   * Gives what may call the method.
   *
   * @return the lookup of the wrapper or the woven class
   */
  public MethodHandles.Lookup lookup() {
    return lookup;
  }

  /**
   * Tells the method's name.
   *
   * @return its simple name
   */
  public String name() {
    return name;
  }

  /**
   * Tells the types.
   *
   * @return parameters and result, without the receiver
   * @throws TypeNotPresentException if one of them is not there
   */
  public MethodType type() {
    return signature.type();
  }

  /**
   * Names the class of the result, without loading it.
   *
   * @return its name, such as {@code int} or {@code java.lang.String}
   */
  public String resultName() {
    return signature.resultName();
  }

  /**
   * Tells the class of the result.
   *
   * @return the class, or null if it is not there
   */
  public @Nullable Class<?> resultType() {
    return signature.result();
  }

  /**
   * Tells the class of a parameter.
   *
   * @param index which, from zero
   * @return the class, or null if it is not there
   */
  public @Nullable Class<?> parameterType(int index) {
    return signature.parameter(index);
  }

  /**
   * Tells whether the method has no receiver.
   *
   * @return true for a static method
   */
  public boolean isStatic() {
    return isStatic;
  }

  /**
   * Tells whether the other method is this one, overrides it or is overridden by it.
   *
   * @param other another guarded method
   * @return true if both have the same signature and their classes are related
   */
  public boolean isRelatedTo(GuardedMethod other) {
    return name.equals(other.name)
        && signature.hasSameParameters(other.signature)
        && (declaring.isAssignableFrom(other.declaring)
            || other.declaring.isAssignableFrom(declaring));
  }

  /**
   * Tells whether a parameter's value must not leave the process.
   *
   * @param index which, from zero
   * @return true if it has {@code @Redact}
   */
  public boolean isRedacted(int index) {
    return redacted.contains(index);
  }

  /**
   * Names a parameter.
   *
   * @param index which, from zero
   * @return its name, or {@code arg0} and so on if it is not known
   */
  public String parameterName(int index) {
    String known = index < parameterNames.size() ? parameterNames.get(index) : "";
    return known.isEmpty() ? "arg" + index : known;
  }

  /**
   * Lists the parameters.
   *
   * @return name and type of each, in order
   */
  public List<Parameter> parameters() {
    Type[] types = genericTypes();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      parameters.add(new Parameter(parameterName(i), types[i], redacted.contains(i)));
    }
    return parameters;
  }

  private Type[] genericTypes() {
    try {
      Method method = declaring.getDeclaredMethod(name, type().parameterArray());
      return method.getGenericParameterTypes();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException unknown) {
      return signature.parameters();
    }
  }

  /**
   * Calls the method, through its policies.
   *
   * @param receiver the object, or null for a static method
   * @param arguments the arguments
   * @return the result, null for void
   * @throws Throwable what the method throws
   */
  public @Nullable Object invoke(@Nullable Object receiver, Object[] arguments) throws Throwable {
    return invoke(handle(), receiver, arguments);
  }

  /**
   * Tells whether the lookup is one of the class that declares the method, which woven classes
   * give.
   *
   * @return true if {@link #invokeBody} can be used
   */
  public boolean hasOwnLookup() {
    return lookup.lookupClass() == declaring;
  }

  /**
   * Calls just this method, never one that overrides it. Only if {@link #hasOwnLookup}.
   *
   * @param receiver the object, or null for a static method
   * @param arguments the arguments
   * @return the result, null for void
   * @throws Throwable what the method throws
   */
  public @Nullable Object invokeBody(@Nullable Object receiver, Object[] arguments)
      throws Throwable {
    return invoke(body(), receiver, arguments);
  }

  /**
   * Looks the body up, so that {@link #invokeBody} need not.
   *
   * @throws ReflectiveOperationException if there is no such method
   */
  public void findBody() throws ReflectiveOperationException {
    MethodHandle unused = body();
  }

  private @Nullable Object invoke(
      MethodHandle callee, @Nullable Object receiver, Object[] arguments) throws Throwable {
    List<@Nullable Object> all = new ArrayList<>();
    if (!isStatic) {
      all.add(receiver);
    }
    all.addAll(Arrays.asList(arguments));
    return callee.invokeWithArguments(all);
  }

  private MethodHandle body() throws ReflectiveOperationException {
    MethodHandle known = body;
    if (known == null) {
      known =
          isStatic
              ? lookup.findStatic(declaring, name, type())
              : lookup.findSpecial(declaring, name, type(), lookup.lookupClass());
      known = known.asFixedArity();
      body = known;
    }
    return known;
  }

  private MethodHandle handle() throws ReflectiveOperationException {
    MethodHandle known = handle;
    if (known == null) {
      known =
          isStatic
              ? lookup.findStatic(declaring, name, type())
              : lookup.findVirtual(declaring, name, type());
      known = known.asFixedArity();
      handle = known;
    }
    return known;
  }
}
