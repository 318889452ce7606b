package dev.mulligan.runtime.deadletter;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.mulligan.runtime.secret.SecretTexts;
import dev.mulligan.runtime.secret.SecretTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.Serializers;

/**
 * Looks after what annotations do not reach: keys of maps, names in Java, and numbers of a million
 * digits.
 */
final class ArgumentModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** A longer number is not read again, and its text takes quadratic time. */
  private static final int MOST_DIGITS = 1_000;

  private final boolean redacts;

  ArgumentModule(boolean redacts) {
    super("mulligan");
    this.redacts = redacts;
    addSerializer(BigInteger.class, new Whole());
    addSerializer(BigDecimal.class, new Decimal());
    NetAddresses.addTo(this);
    // Any other set would come back in another order, which a LinkedHashSet has promised.
    addAbstractTypeMapping(Set.class, LinkedHashSet.class);
  }

  @Override
  public void setupModule(JacksonModule.SetupContext context) {
    super.setupModule(context);
    context.addKeyDeserializers(new NoClasses());
    if (redacts) {
      context.addKeySerializers(new SecretKeys());
      context.addSerializerModifier(new SecretProperties());
    }
  }

  private static void check(long digits) {
    if (digits > MOST_DIGITS) {
      throw new NotKept("holds a number of more than " + MOST_DIGITS + " digits");
    }
  }

  private static final class Whole extends ValueSerializer<BigInteger> {
    @Override
    public void serialize(BigInteger value, JsonGenerator out, SerializationContext context) {
      check(value.bitLength() * 3L / 10);
      out.writeNumber(value);
    }
  }

  private static final class Decimal extends ValueSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
      check(value.unscaledValue().bitLength() * 3L / 10);
      out.writeNumber(value);
    }
  }

  /** No class is loaded because it is the key of a map in a letter. */
  private static final class NoClasses implements KeyDeserializers {
    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      if (type.getRawClass() == Class.class) {
        throw new NotKept("has classes as keys");
      }
      return null;
    }
  }

  /** A secret object as the key of a map would show its text. */
  private static final class SecretKeys extends Serializers.Base {
    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.@Nullable Value format) {
      if (SecretTypes.isSecret(type.getRawClass())) {
        return new SecretKey(null);
      }
      AnnotatedMember value = description.get().findJsonValueAccessor();
      AnnotatedMember key = description.get().findJsonKeyAccessor();
      AnnotatedMember written = key == null ? value : key;
      return SecretProperties.isSecret(written) ? new SecretKey(written) : null;
    }
  }

  private static final class SecretKey extends ValueSerializer<Object> {
    private final @Nullable AnnotatedMember part;

    /**
     * Hides keys.
     *
     * @param part what of a key is written; null for the key itself
     */
    SecretKey(@Nullable AnnotatedMember part) {
      this.part = part;
      if (part != null) {
        part.fixAccess(true);
      }
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      Introspector.secrets(context).found(part == null ? value : part.getValue(value));
      out.writeName(SecretTexts.MARK);
    }
  }
}
