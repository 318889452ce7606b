package dev.mulligan.runtime.secret;

import dev.mulligan.annotations.Redact;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.net.HttpCookie;
import java.net.PasswordAuthentication;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.Destroyable;
import javax.security.auth.callback.PasswordCallback;

/**
 * Tells by a type whether its values are secrets: {@code char[]}, keys, passwords and cookies of
 * the JDK; a type or supertype with {@code @Redact}; one whose name ends with such a word, like
 * {@code ClientSecret}. Thread-safe.
 */
public final class SecretTypes {
  private static final List<Class<?>> KNOWN =
      List.of(
          Key.class,
          KeyPair.class,
          KeyStore.class,
          KeyStore.Entry.class,
          KeyStore.ProtectionParameter.class,
          Destroyable.class,
          PasswordAuthentication.class,
          PasswordCallback.class,
          HttpCookie.class);

  private static final ClassValue<Boolean> SECRET =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return judge(type);
        }
      };

  private SecretTypes() {}

  /**
   * Judges a type.
   *
   * @param type any type
   * @return true if its values are secrets
   */
  public static boolean isSecret(Class<?> type) {
    return SECRET.get(type);
  }

  private static boolean judge(Class<?> type) {
    if (type.isArray()) {
      return type == char[].class || isSecret(type.getComponentType());
    }
    return KNOWN.stream().anyMatch(known -> known.isAssignableFrom(type))
        || isRedacted(type)
        || SecretNames.isSecretType(type.getSimpleName())
        || supertypes(type).anyMatch(SecretTypes::isSecret);
  }

  private static Stream<Class<?>> supertypes(Class<?> type) {
    Stream<Class<?>> interfaces = Stream.of(type.getInterfaces());
    Class<?> parent = type.getSuperclass();
    return parent == null ? interfaces : Stream.concat(Stream.of(parent), interfaces);
  }

  /**
   * Tells whether something has {@code @Redact}, in whatever class loader the application keeps
   * that annotation.
   *
   * @param element a class or a member
   * @return true if it has
   */
  public static boolean isRedacted(AnnotatedElement element) {
    return isRedacted(Stream.of(element.getAnnotations()));
  }

  /**
   * Tells whether {@code @Redact} is among annotations.
   *
   * @param annotations any annotations
   * @return true if it is
   */
  public static boolean isRedacted(Stream<Annotation> annotations) {
    return annotations.anyMatch(
        one -> one.annotationType().getName().equals(Redact.class.getName()));
  }
}
