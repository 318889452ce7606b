package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.secret.SecretNames;
import dev.mulligan.runtime.secret.SecretNames.Kind;
import dev.mulligan.runtime.secret.SecretTexts;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.ser.AnyGetterWriter;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.BeanSerializerBuilder;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.util.NameTransformer;

/**
 * Marks what is a secret by its name in Java, where JSON does not have that name: a property that
 * is called otherwise there, an element of an array, the entries of an any-getter. What JSON has
 * under the same kind of name is judged in the finished document, see {@link Redaction}.
 */
final class SecretProperties extends ValueSerializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public List<BeanPropertyWriter> changeProperties(
      SerializationConfig config, BeanDescription.Supplier bean, List<BeanPropertyWriter> writers) {
    Map<String, BeanPropertyDefinition> known = new HashMap<>();
    bean.get().findProperties().forEach(property -> known.put(property.getName(), property));
    writers.replaceAll(writer -> judged(writer, known.get(writer.getName())));
    return writers;
  }

  @Override
  public BeanSerializerBuilder updateBuilder(
      SerializationConfig config, BeanDescription.Supplier bean, BeanSerializerBuilder builder) {
    List<BeanPropertyWriter> writers = new ArrayList<>(builder.getProperties());
    writers.replaceAll(
        writer ->
            writer instanceof AnyGetterWriter && isSecret(writer.getMember())
                ? new Entries(writer)
                : writer);
    builder.setProperties(writers);
    return builder;
  }

  private static BeanPropertyWriter judged(
      BeanPropertyWriter writer, @Nullable BeanPropertyDefinition property) {
    if (property == null) {
      return writer;
    }
    Kind kind = kind(property);
    if (!hides(kind, writer.getType())) {
      return writer;
    }
    return isNamed(writer.getName(), kind) && !writer.isUnwrapping()
        ? new Named(writer, kind)
        : new Marked(writer);
  }

  /** Whether the name in JSON says no less than the one in Java. */
  private static boolean isNamed(String jsonName, Kind kind) {
    return SecretNames.kind(jsonName).compareTo(kind) >= 0;
  }

  /** A member whose name JSON never has, such as that of a {@code @JsonValue}. */
  static boolean isSecret(@Nullable AnnotatedMember member) {
    return member != null && hides(SecretNames.kind(nameOf(member)), member.getType());
  }

  private static boolean hides(Kind kind, JavaType type) {
    JavaType value = type.isReferenceType() ? type.getReferencedType() : type;
    Class<?> raw = value.getRawClass();
    boolean counts =
        Number.class.isAssignableFrom(raw)
            || raw == Boolean.class
            || (raw.isPrimitive() && raw != char.class);
    return kind.hides(counts, !counts && isText(value));
  }

  /** What JSON has as a text: what may be a {@code String}, and the single values of the JDK. */
  private static boolean isText(JavaType type) {
    Class<?> raw = type.getRawClass();
    boolean isOfJdk = raw.getName().startsWith("java.") || raw == char.class;
    return !type.isContainerType() && (isOfJdk || raw.isEnum());
  }

  /** The strongest of the names that the property has in Java. */
  private static Kind kind(BeanPropertyDefinition property) {
    List<String> names = new ArrayList<>();
    names.add(property.getInternalName());
    for (AnnotatedMember member :
        new AnnotatedMember[] {property.getField(), property.getGetter(), property.getSetter()}) {
      if (member != null) {
        names.add(nameOf(member));
      }
    }
    Iterator<AnnotatedParameter> parameters = property.getConstructorParameters();
    while (parameters.hasNext()) {
      names.add(nameOf(parameters.next()));
    }
    return names.stream().map(SecretNames::kind).max(Kind::compareTo).orElse(Kind.HARMLESS);
  }

  private static String nameOf(AnnotatedMember member) {
    if (member instanceof AnnotatedParameter parameter) {
      Executable creator = (Executable) parameter.getOwner().getAnnotated();
      Parameter declared = creator.getParameters()[parameter.getIndex()];
      return declared.isNamePresent() ? declared.getName() : "";
    }
    String name = member.getName();
    return member instanceof AnnotatedMethod
        ? name.replaceFirst("^(get|is|set)(?=[A-Z])", "")
        : name;
  }

  /** Writes the mark. */
  private static final class Marked extends BeanPropertyWriter {
    Marked(BeanPropertyWriter writer) {
      super(writer);
      mark();
    }

    private Marked(BeanPropertyWriter writer, PropertyName name) {
      super(writer, name);
      mark();
    }

    /** Not by the method for it, which does not replace what the application has chosen. */
    private void mark() {
      _serializer = new Introspector.RedactingSerializer();
    }

    @Override
    protected BeanPropertyWriter _new(PropertyName name) {
      return new Marked(this, name);
    }
  }

  /** Writes the value where its name stands before it, and the mark where none does. */
  private static final class Named extends BeanPropertyWriter {
    private final Marked nameless;
    private final Kind kind;

    Named(BeanPropertyWriter writer, Kind kind) {
      super(writer);
      this.kind = kind;
      this.nameless = new Marked(writer);
    }

    private Named(Named writer, PropertyName name) {
      super(writer, name);
      this.kind = writer.kind;
      this.nameless = writer.nameless;
    }

    @Override
    public void serializeAsElement(Object bean, JsonGenerator out, SerializationContext context)
        throws Exception {
      nameless.serializeAsElement(bean, out, context);
    }

    @Override
    protected BeanPropertyWriter _new(PropertyName name) {
      return isNamed(name.getSimpleName(), kind)
          ? new Named(this, name)
          : new Marked(nameless, name);
    }
  }

  /** Writes one mark instead of all the entries of a map that would stand without its name. */
  private static final class Entries extends BeanPropertyWriter {
    Entries(BeanPropertyWriter writer) {
      super(writer);
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator out, SerializationContext context)
        throws Exception {
      Object entries = get(bean);
      if (entries != null) {
        Introspector.secrets(context).found(entries);
        out.writeName(getMember().getName());
        out.writeString(SecretTexts.MARK);
      }
    }

    @Override
    public BeanPropertyWriter rename(NameTransformer transformer) {
      return this;
    }
  }
}
