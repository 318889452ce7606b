package dev.mulligan.runtime.deadletter;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Knows what objects are made of: those of the application of fields, those of the JDK of what they
 * say of themselves. Thread-safe.
 */
final class Made {
  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return find(type);
        }
      };
  private static final ClassValue<Boolean> HAS_EQUALS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return definesEquals(type);
        }
      };

  private Made() {}

  static boolean isOfJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    boolean byJdk = loader == null || loader == ClassLoader.getPlatformClassLoader();
    // An agent may add classes to the boot class path, which are in no module.
    return byJdk && type.getModule().isNamed();
  }

  /**
   * The fields of an object that keep something, those of its parents included, down to the first
   * one of the JDK.
   *
   * @param type a class of the application
   * @return all of them; none if one cannot be read
   */
  static List<Field> fields(Class<?> type) {
    return FIELDS.get(type);
  }

  private static List<Field> find(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    try {
      for (Class<?> own = type; own != null && !isOfJdk(own); own = own.getSuperclass()) {
        for (Field field : own.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())
              && !Modifier.isTransient(field.getModifiers())) {
            field.setAccessible(true);
            fields.add(field);
          }
        }
      }
    } catch (InaccessibleObjectException | SecurityException | LinkageError closed) {
      return List.of();
    }
    return List.copyOf(fields);
  }

  /** Whether a class of the application extends one of the JDK that can be used by itself. */
  static boolean isFromConcrete(Class<?> type) {
    Class<?> parent = parentOfJdk(type);
    return parent != type && parent != Object.class && !Modifier.isAbstract(parent.getModifiers());
  }

  /** Whether a class of the application extends one of the JDK that compares by value. */
  static boolean hasValueOfJdk(Class<?> type) {
    Class<?> parent = parentOfJdk(type);
    return parent != Object.class && HAS_EQUALS.get(parent);
  }

  private static Class<?> parentOfJdk(Class<?> type) {
    Class<?> parent = type;
    while (!isOfJdk(parent) && parent.getSuperclass() != null) {
      parent = parent.getSuperclass();
    }
    return parent;
  }

  private static boolean definesEquals(Class<?> type) {
    try {
      Method equals = type.getMethod("equals", Object.class);
      return equals.getDeclaringClass() != Object.class
          && !Modifier.isAbstract(equals.getModifiers());
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /**
   * Compares two values of the JDK. What compares by identity there, such as a lock, says nothing
   * of the call and is as good as any other.
   */
  static boolean sameOfJdk(Object one, Object other) {
    Class<?> type = one.getClass();
    boolean isHidden = !Modifier.isPublic(type.getModifiers()) && isOfJdk(other.getClass());
    if (type != other.getClass() && !isHidden) {
      return false;
    }
    if (one instanceof URL url) {
      // Its equals asks a name server.
      return other instanceof URL same && url.toExternalForm().equals(same.toExternalForm());
    }
    return HAS_EQUALS.get(type) ? one.equals(other) : sameText(one, other);
  }

  private static boolean sameText(Object one, Object other) {
    if (one instanceof CharSequence text && other instanceof CharSequence same) {
      return CharSequence.compare(text, same) == 0;
    }
    if (one instanceof Number number && other instanceof Number same) {
      return number.longValue() == same.longValue()
          && Double.compare(number.doubleValue(), same.doubleValue()) == 0;
    }
    if (one instanceof AtomicBoolean flag && other instanceof AtomicBoolean same) {
      return flag.get() == same.get();
    }
    if (one instanceof Pattern pattern && other instanceof Pattern same) {
      return pattern.pattern().equals(same.pattern()) && pattern.flags() == same.flags();
    }
    return true;
  }

  /** A number that is the same for values of the JDK that are alike. */
  static int hashOfJdk(Object value) {
    if (value instanceof URL url) {
      return url.toExternalForm().hashCode();
    }
    return HAS_EQUALS.get(value.getClass()) ? value.hashCode() : 0;
  }
}
