package dev.mulligan.runtime.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads annotations of Jackson that are another class than the runtime's: under the agent, which
 * keeps its Jackson under another name, and where an application brings its own. They are found by
 * name and shown as if they were ours; what an older version does not have keeps its default.
 */
final class ForeignAnnotations {
  private static final String OURS = JsonProperty.class.getPackageName() + ".";

  /** Joined at run time: a name in one piece would be relocated with our own Jackson. */
  private static final String THEIRS =
      String.join(".", "com", "fasterxml", "jackson", "annotation.");

  private static final String BUNDLE = THEIRS + "JacksonAnnotationsInside";

  private ForeignAnnotations() {}

  static boolean isBundle(Annotation annotation) {
    return Stream.of(annotation.annotationType().getAnnotations())
        .anyMatch(one -> one.annotationType().getName().equals(BUNDLE));
  }

  static <A extends Annotation> @Nullable A find(Stream<Annotation> annotations, Class<A> wanted) {
    String name = wanted.getName();
    if (!name.startsWith(OURS)) {
      return null;
    }
    String theirs = THEIRS + name.substring(OURS.length());
    return annotations
        .filter(one -> one.annotationType().getName().equals(theirs))
        .findFirst()
        .map(found -> show(found, wanted))
        .orElse(null);
  }

  private static <A extends Annotation> A show(Annotation theirs, Class<A> ours) {
    InvocationHandler answers = (proxy, method, arguments) -> answer(theirs, ours, method);
    return ours.cast(Proxy.newProxyInstance(ours.getClassLoader(), new Class<?>[] {ours}, answers));
  }

  private static Object answer(Annotation theirs, Class<?> ours, Method method) throws Exception {
    if (method.getName().equals("annotationType")) {
      return ours;
    }
    if (method.getDeclaringClass() != ours) {
      return method.getName().equals("hashCode") ? theirs.hashCode() : theirs.toString();
    }
    Object standard = method.getDefaultValue();
    try {
      Object value = theirs.annotationType().getMethod(method.getName()).invoke(theirs);
      return translate(value, method.getReturnType());
    } catch (NoSuchMethodException | IllegalArgumentException unknown) {
      return Objects.requireNonNull(standard, method.getName());
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // checked by isEnum
  private static Object translate(Object value, Class<?> wanted) throws ClassNotFoundException {
    if (wanted.isArray()) {
      return translateAll(value, wanted.getComponentType());
    }
    if (value instanceof Enum<?> constant && wanted.isEnum()) {
      return Enum.valueOf((Class) wanted, constant.name());
    }
    if (value instanceof Annotation nested && wanted.isAnnotation()) {
      return show(nested, (Class<? extends Annotation>) wanted);
    }
    // Such as the default of JsonTypeInfo.defaultImpl, which is JsonTypeInfo itself.
    if (value instanceof Class<?> type && type.getName().startsWith(THEIRS)) {
      return Class.forName(OURS + type.getName().substring(THEIRS.length()), false, OURS_LOADER);
    }
    return value;
  }

  private static final @Nullable ClassLoader OURS_LOADER = JsonProperty.class.getClassLoader();

  private static Object translateAll(Object values, Class<?> wanted) throws ClassNotFoundException {
    int length = Array.getLength(values);
    Object translated = Array.newInstance(wanted, length);
    for (int i = 0; i < length; i++) {
      Array.set(translated, i, translate(Array.get(values, i), wanted));
    }
    return translated;
  }
}
