package dev.mulligan.runtime.classify;

import static dev.mulligan.annotations.FailureType.RATE_LIMITED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** A library that has a class loader of its own, as in a container. */
class ForeignLoaderTest {
  @Test
  void aLibraryOfAnotherLoaderIsKnownByName() throws ReflectiveOperationException {
    Throwable thrown = tooManyRequests(new SpringLoader());

    assertThat(thrown.getClass().getClassLoader()).isInstanceOf(SpringLoader.class);
    assertThat(Judged.of(thrown)).isEqualTo(Judged.as(RATE_LIMITED));
  }

  @Test
  void theLoaderIsNotKept() throws ReflectiveOperationException {
    WeakReference<ClassLoader> loader = classified();

    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
    }

    assertThat(loader.get()).isNull();
  }

  private static WeakReference<ClassLoader> classified() throws ReflectiveOperationException {
    ClassLoader loader = new SpringLoader();
    assertThat(Judged.of(tooManyRequests(loader))).isEqualTo(Judged.as(RATE_LIMITED));
    return new WeakReference<>(loader);
  }

  private static Throwable tooManyRequests(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> code = loader.loadClass("org.springframework.http.HttpStatusCode");
    Object status = code.getMethod("valueOf", int.class).invoke(null, 429);
    return (Throwable)
        loader
            .loadClass("org.springframework.web.client.HttpClientErrorException")
            .getConstructor(code)
            .newInstance(status);
  }

  /** Loads Spring itself, from the class path. */
  private static final class SpringLoader extends ClassLoader {
    SpringLoader() {
      super(ForeignLoaderTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null || !name.startsWith("org.springframework.")) {
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
