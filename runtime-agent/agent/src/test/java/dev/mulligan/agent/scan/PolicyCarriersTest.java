package dev.mulligan.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.Timeout;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

class PolicyCarriersTest {
  @Test
  void aPolicyComesFromAnAnnotationOrAnInterfaceAlsoOfASuperclass() throws IOException {
    assertThat(concerns(Patient.class)).isTrue();
    assertThat(concerns(Below.class)).isTrue();
    assertThat(concerns(Nothing.class)).isFalse();
  }

  @Test
  void aLoaderThatBreaksIsNoReasonToWorry() throws IOException {
    ClassLoader broken =
        new ClassLoader(null) {
          @Override
          public InputStream getResourceAsStream(String name) {
            throw new IllegalStateException("closed");
          }
        };
    assertThat(PolicyCarriers.concerns(broken, "x/Below", file(Below.class))).isFalse();
  }

  private static boolean concerns(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/');
    return PolicyCarriers.concerns(type.getClassLoader(), name, file(type));
  }

  private static ClassFile file(Class<?> type) throws IOException {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      return ClassFile.read(in.readAllBytes());
    }
  }

  @Timeout("1s")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Quick {}

  interface Remote {
    @Timeout("1s")
    void call();
  }

  abstract static class Above implements Remote {}

  static class Below extends Above {
    @Override
    public void call() {}
  }

  static class Patient {
    @Quick
    void call() {}
  }

  static class Nothing extends Thread implements Comparable<Nothing> {
    @Override
    public int compareTo(Nothing other) {
      return 0;
    }
  }
}
