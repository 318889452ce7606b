package dev.mulligan.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.Timeout;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCarriersTest {
  @TempDir private Path folder;

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

  @Test
  void aJarThatAnotherLoaderHasClosedIsReadOnceMore() throws IOException {
    Path place = folder.resolve("remote.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(place))) {
      jar.putNextEntry(new JarEntry(name(Remote.class) + ".class"));
      jar.write(bytes(Remote.class));
    }
    URL url = new URL("jar:" + place.toUri() + "!/" + name(Remote.class) + ".class");

    assertThat(PolicyCarriers.concerns(closing(url), "x/Other", file(Other.class))).isTrue();
  }

  @Test
  void whatCannotBeReadIsSaidAndNotForgotten() throws IOException {
    URL nowhere = new URL("jar:" + folder.resolve("gone.jar").toUri() + "!/gone.class");
    ClassLoader loader = closing(nowhere);

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> PolicyCarriers.concerns(loader, "x/Other", file(Other.class)))
          .isInstanceOf(IOException.class);
    }
  }

  /** Sees one resource, whose stream is closed like that of a jar which loaders share. */
  private static ClassLoader closing(URL only) {
    return new ClassLoader(null) {
      @Override
      public InputStream getResourceAsStream(String name) {
        return new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Stream closed");
          }
        };
      }

      @Override
      public URL getResource(String name) {
        return only;
      }
    };
  }

  private static boolean concerns(Class<?> type) throws IOException {
    return PolicyCarriers.concerns(type.getClassLoader(), name(type), file(type));
  }

  private static ClassFile file(Class<?> type) throws IOException {
    return ClassFile.read(bytes(type));
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream("/" + name(type) + ".class")) {
      return in.readAllBytes();
    }
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  @Timeout("1s")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Quick {}

  interface Remote {
    @Timeout("1s")
    void call();
  }

  static class Other implements Remote {
    @Override
    public void call() {}
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
