package dev.mulligan.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFileTest {
  @ParameterizedTest
  @ValueSource(classes = {OnMethod.class, OnClass.class, Letters.class})
  void findsPolicies(Class<?> type) throws IOException {
    assertThat(mentionsPolicy(bytes(type))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {Nothing.class, KeyAlone.class, String.class, ClassFileTest.class})
  void passesOverEverythingElse(Class<?> type) throws IOException {
    assertThat(mentionsPolicy(bytes(type))).isFalse();
  }

  @Test
  void brokenFilesAreNotAnnotated() throws IOException {
    byte[] file = bytes(Nothing.class);
    for (int length = 0; length < file.length; length++) {
      assertThat(mentionsPolicy(Arrays.copyOf(file, length))).isFalse();
    }
    byte[] noise = file.clone();
    for (int i = 8; i < noise.length; i++) {
      noise[i] ^= (byte) (i * 31);
    }
    assertThat(mentionsPolicy(noise)).isFalse();
  }

  @Test
  void namesTheTypesThatAPolicyCouldComeFrom() throws IOException {
    ClassFile file = ClassFile.read(bytes(Borrower.class));

    assertThat(file.interfaces()).containsExactly("java/lang/Runnable", name(Lender.class));
    assertThat(file.annotations())
        .containsExactly("java/lang/Deprecated", name(Nested.class), "java/lang/SafeVarargs");
  }

  @Test
  void aWrapperHasAFieldForItsGuard() {
    assertThat(ClassFile.read(withGuard(true)).isWrapper()).isTrue();
    // As every class that was woven for Java 11 or later names the type, too.
    assertThat(ClassFile.read(withGuard(false)).isWrapper()).isFalse();
  }

  @Test
  void namesMayBeOfAnyScript() {
    String name = "\u00dcbungen/\u4ed8\u6b3e\ud83d\udcb6";
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "Some", null, "java/lang/Object", new String[] {name});

    assertThat(ClassFile.read(writer.toByteArray()).interfaces()).containsExactly(name);
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static boolean mentionsPolicy(byte[] file) {
    ClassFile read = ClassFile.read(file);
    return read != null && read.mentionsPolicy();
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static byte[] withGuard(boolean inField) {
    String guard = "Ldev/mulligan/runtime/guard/Guard;";
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "Some", null, "java/lang/Object", new String[] {"Other"});
    writer.visitField(Opcodes.ACC_STATIC, "first", "I", null, 7).visitEnd();
    writer.visitField(0, "second", inField ? guard : "J", null, null).visitEnd();
    writer.newNameType("guarded", guard);
    return writer.toByteArray();
  }

  static final class OnMethod {
    @Retry
    void method() {}
  }

  @CircuitBreaker
  static final class OnClass {}

  static final class Letters {
    final long wide = 1L << 40;
    final double wider = 1e300;

    @DeadLetter
    void method() {}
  }

  static final class KeyAlone {
    void method(@Key String key) {}
  }

  static final class Nothing {
    final long wide = 1L << 40;
    final double wider = 1e300;
  }

  interface Lender {}

  @Retention(RetentionPolicy.RUNTIME)
  @interface Nested {
    String[] names();

    Target target();

    RetentionPolicy policy();

    int number();
  }

  @SuppressWarnings("unused")
  abstract static class Borrower implements Runnable, Lender {
    @Deprecated long field;

    @Deprecated
    @Nested(
        names = {"a", "b"},
        target = @Target({ElementType.TYPE, ElementType.METHOD}),
        policy = RetentionPolicy.CLASS,
        number = 7)
    void first() {}

    @SafeVarargs
    static <T> void second(T... values) {}
  }
}
