package dev.mulligan.runtime.deadletter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mulligan.runtime.secret.SecretTexts;
import dev.mulligan.runtime.secret.SecretTypes;
import java.io.Closeable;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * How the application's classes are seen: with their own annotations of Jackson, whichever class
 * loader has these; with marks in place of secrets; and without any type that data could name.
 */
final class Introspector extends JacksonAnnotationIntrospector {
  /** The attribute of a writer that holds the {@link Secrets}. */
  static final Object COLLECTOR = "mulligan.secrets";

  private static final long serialVersionUID = 1L;

  private final boolean redacts;
  private volatile boolean leavesOut;
  private volatile boolean asksTheNet;

  Introspector(boolean redacts) {
    this.redacts = redacts;
  }

  static Secrets secrets(SerializationContext context) {
    return (Secrets) context.getAttribute(COLLECTOR);
  }

  boolean leavesOut() {
    return leavesOut;
  }

  /** Whether comparing values may ask a name server, as it does for a {@link URL}. */
  boolean asksTheNet() {
    return asksTheNet;
  }

  /** Values of this kind are gone once they are read. */
  static boolean isOneShot(Class<?> type) {
    return Closeable.class.isAssignableFrom(type)
        || Iterator.class.isAssignableFrom(type)
        || BaseStream.class.isAssignableFrom(type)
        || Flow.Publisher.class.isAssignableFrom(type);
  }

  @Override
  public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
    if (redacts && (isSecret(annotated) || isNamelessSecret(config, annotated))) {
      return RedactingSerializer.class;
    }
    Class<?> type = annotated.getRawType();
    asksTheNet |= type == URL.class;
    return isOneShot(type) || type == Class.class
        ? RefusingSerializer.class
        : super.findSerializer(config, annotated);
  }

  @Override
  public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
    return annotated.getRawType() == Class.class
        ? RefusingDeserializer.class
        : super.findDeserializer(config, annotated);
  }

  private static boolean isSecret(Annotated annotated) {
    return SecretTypes.isRedacted(annotated.annotations())
        || SecretTypes.isSecret(annotated.getRawType());
  }

  /** A {@code @JsonValue} stands for its whole object: what it is called is not to be seen. */
  private boolean isNamelessSecret(MapperConfig<?> config, Annotated annotated) {
    return annotated instanceof AnnotatedMember member
        && Boolean.TRUE.equals(hasAsValue(config, annotated))
        && SecretProperties.isSecret(member);
  }

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    JsonTypeInfo.Value info = super.findPolymorphicTypeInfo(config, annotated);
    if (info == null) {
      return annotated instanceof AnnotatedClass ? Sealed.typeInfo(annotated.getRawType()) : null;
    }
    boolean byClass =
        switch (info.getIdType()) {
          case CLASS, MINIMAL_CLASS, CUSTOM -> true;
          default -> false;
        };
    if (byClass) {
      throw new NotKept("has a type whose data names classes: " + annotated.getName());
    }
    return info;
  }

  @Override
  public @Nullable Object findTypeIdResolver(MapperConfig<?> config, Annotated annotated) {
    if (super.findTypeIdResolver(config, annotated) != null) {
      throw new NotKept("has a type whose data may name classes: " + annotated.getName());
    }
    return null;
  }

  @Override
  public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
    boolean ignored = super.hasIgnoreMarker(config, member);
    leavesOut |= ignored;
    return ignored;
  }

  @Override
  public JsonIgnoreProperties.Value findPropertyIgnoralByName(
      MapperConfig<?> config, Annotated annotated) {
    JsonIgnoreProperties.Value ignored = super.findPropertyIgnoralByName(config, annotated);
    leavesOut |= ignored != null && !ignored.getIgnored().isEmpty();
    return ignored;
  }

  @Override
  public JsonProperty.@Nullable Access findPropertyAccess(
      MapperConfig<?> config, Annotated annotated) {
    JsonProperty.Access access = super.findPropertyAccess(config, annotated);
    leavesOut |= access == JsonProperty.Access.WRITE_ONLY;
    return access;
  }

  @Override
  public @Nullable Boolean isIgnorableType(MapperConfig<?> config, AnnotatedClass type) {
    Boolean ignored = super.isIgnorableType(config, type);
    leavesOut |= Boolean.TRUE.equals(ignored);
    return ignored;
  }

  @Override
  public boolean isAnnotationBundle(Annotation annotation) {
    return super.isAnnotationBundle(annotation) || ForeignAnnotations.isBundle(annotation);
  }

  @Override
  protected <A extends Annotation> @Nullable A _findAnnotation(Annotated annotated, Class<A> type) {
    A own = annotated.getAnnotation(type);
    return own != null ? own : ForeignAnnotations.find(annotated.annotations(), type);
  }

  @Override
  protected boolean _hasAnnotation(Annotated annotated, Class<? extends Annotation> type) {
    return _findAnnotation(annotated, type) != null;
  }

  @Override
  protected boolean _hasOneOf(Annotated annotated, Class<? extends Annotation>[] types) {
    for (Class<? extends Annotation> type : types) {
      if (_hasAnnotation(annotated, type)) {
        return true;
      }
    }
    return false;
  }

  /** Writes the mark instead of any value. */
  static final class RedactingSerializer extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      if (value instanceof Optional<?> optional && optional.isEmpty()) {
        out.writeNull();
        return;
      }
      secrets(context).found(value);
      out.writeString(SecretTexts.MARK);
    }

    @Override
    public void serializeWithType(
        Object value, JsonGenerator out, SerializationContext context, TypeSerializer type) {
      serialize(value, out, context);
    }
  }

  /** Never loads a class that data names. */
  static final class RefusingDeserializer extends ValueDeserializer<Object> {
    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) {
      throw new NotKept("names a class");
    }
  }

  /** Leaves alone what reading would use up, and what could not be read. */
  static final class RefusingSerializer extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      throw new NotKept(
          value instanceof Class
              ? "holds a class"
              : "holds what can be read only once: a " + value.getClass().getName());
    }

    @Override
    public void serializeWithType(
        Object value, JsonGenerator out, SerializationContext context, TypeSerializer type) {
      serialize(value, out, context);
    }
  }
}
