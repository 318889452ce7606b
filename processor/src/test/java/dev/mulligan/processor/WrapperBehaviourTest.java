package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrapperBehaviourTest {
  @TempDir Path output;

  private URLClassLoader loader;
  private final AtomicInteger attempts = new AtomicInteger();

  @BeforeEach
  void compile() {
    Path sources = Cases.FOLDER.resolve("behaviour");
    Compilation compilation = Compilation.of(sources, output);
    assertThat(compilation.messages()).isEmpty();
    loader = compilation.loader();
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  @Test
  void aClassIsCalledAgainUntilItSucceeds() throws Exception {
    assertThat(call("ResilientService", initiallyFailing(2))).isEqualTo("done after 3");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void theCallerGetsTheLastFailureOfAClass() {
    assertThatThrownBy(() -> call("ResilientService", initiallyFailing(9)))
        .hasCauseInstanceOf(IOException.class)
        .cause()
        .hasMessage("attempt 3")
        .satisfies(last -> assertThat(last.getSuppressed()).hasSize(2));
    assertThat(attempts).hasValue(3);
  }

  @Test
  void anInterfaceIsCalledAgainThroughItsDelegate() throws Exception {
    Class<?> api = loader.loadClass("com.acme.Api");
    Object plain = instance("PlainApi", Callable.class, initiallyFailing(2));

    Object wrapper = instance("ResilientApi", api, plain);

    assertThat(api.getMethod("call", String[].class).invoke(wrapper, (Object) new String[] {"a"}))
        .isEqualTo("done after 3 with 1");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void anUnwantedResultIsAskedForAgain() throws Exception {
    Callable<String> moody = () -> attempts.incrementAndGet() < 3 ? "busy" : "ready";
    Object wrapper = instance("ResilientService", Callable.class, moody);

    assertThat(wrapper.getClass().getMethod("poll").invoke(wrapper)).isEqualTo("ready");
    assertThat(attempts).hasValue(3);
  }

  private Object call(String wrapper, Callable<String> body) throws Exception {
    Object service = instance(wrapper, Callable.class, body);
    return service.getClass().getMethod("call").invoke(service);
  }

  private Object instance(String name, Class<?> parameter, Object argument)
      throws ReflectiveOperationException {
    try {
      return loader.loadClass("com.acme." + name).getConstructor(parameter).newInstance(argument);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Callable<String> initiallyFailing(int failures) {
    return () -> {
      int attempt = attempts.incrementAndGet();
      if (attempt <= failures) {
        throw new IOException("attempt " + attempt);
      }
      return "done after " + attempt;
    };
  }
}
