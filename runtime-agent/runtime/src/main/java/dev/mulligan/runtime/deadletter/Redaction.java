package dev.mulligan.runtime.deadletter;

import dev.mulligan.annotations.Redact;
import java.security.Key;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Decides which values never leave the process: by {@link Redact}, by name, and by type. A value is
 * replaced where it stands, so that the letter shows that there was one.
 */
final class Redaction extends JacksonAnnotationIntrospector {
  static final String MARK = "[redacted]";

  private static final long serialVersionUID = 1L;
  private static final List<String> SECRET_NAMES =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "authorization",
          "credential",
          "apikey",
          "privatekey",
          "accesskey");

  static boolean isSecretName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return SECRET_NAMES.stream().anyMatch(plain::contains);
  }

  static boolean isSecretType(Class<?> type) {
    return type == char[].class
        || Key.class.isAssignableFrom(type)
        || type.isAnnotationPresent(Redact.class);
  }

  @Override
  public Object findSerializer(MapperConfig<?> config, Annotated annotated) {
    boolean secret =
        annotated.hasAnnotation(Redact.class)
            || isSecretType(annotated.getRawType())
            || (annotated instanceof AnnotatedMember member && isSecretName(member.getName()));
    return secret ? RedactingSerializer.class : super.findSerializer(config, annotated);
  }

  /** Writes the mark instead of any value. */
  static final class RedactingSerializer extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeString(MARK);
    }
  }
}
