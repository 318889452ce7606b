package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first guarded call of a JVM may come where the stack has little room left. */
class ShallowStackTest {
  private static final String TEXT = "static\npolicy Retry\npolicy CircuitBreaker\n";

  @BeforeEach
  void withoutSockets() {
    System.setProperty("mulligan.admin", "false");
  }

  @AfterEach
  void asBefore() {
    System.clearProperty("mulligan.admin");
  }

  @Test
  void aFirstCallThatWasTooDeepCostsNoLaterCallItsGuard() throws Exception {
    ClassLoader jvm = runtimeOfItsOwn();

    assertThat(linkWhereTheStackEnds(jvm)).isTrue();

    assertThat(permit(link(jvm, "later"))).as("a breaker's permit").isNotNull();
    assertThat(permit(link(jvm, "first"))).as("a breaker's permit").isNotNull();
  }

  @Test
  void roomIsFoundWhereThereIsSome() {
    assertThat(Stack.hasRoom()).isTrue();
    assertThat(hasRoomAtTheEnd()).isFalse();
  }

  @Test
  void whatIsDoneElsewhereEndsAsItWouldHere() throws Exception {
    assertThat(Stack.elsewhere(() -> "done")).isEqualTo("done");
    assertThatThrownBy(
            () ->
                Stack.elsewhere(
                    () -> {
                      throw new IOException("own");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("own");
  }

  @SuppressWarnings("InfiniteRecursion") // it ends with the stack
  private static boolean hasRoomAtTheEnd() {
    try {
      return hasRoomAtTheEnd();
    } catch (StackOverflowError here) {
      return Stack.hasRoom();
    }
  }

  /** Not closed: threads of its own go on. */
  private static ClassLoader runtimeOfItsOwn() throws IOException {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Tries again with a frame less, until there is room for anything at all. */
  @SuppressWarnings("InfiniteRecursion") // as above
  private static boolean linkWhereTheStackEnds(ClassLoader jvm) {
    try {
      return linkWhereTheStackEnds(jvm);
    } catch (StackOverflowError end) {
      try {
        return link(jvm, "first") != null;
      } catch (Exception | LinkageError broken) {
        throw new StackOverflowError();
      }
    }
  }

  private static Object link(ClassLoader jvm, String method) throws Exception {
    Class<?> woven = jvm.loadClass(Woven.class.getName());
    Class<?> caller = jvm.loadClass(ShallowStackTest.class.getName());
    Method guard =
        woven.getMethod(
            "guard",
            MethodHandles.Lookup.class,
            String.class,
            Class.class,
            Object.class,
            Object.class);
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(caller, MethodHandles.lookup());
    return guard.invoke(null, lookup, method, Object.class, "()V", TEXT);
  }

  private static Object permit(Object guard) throws Exception {
    return guard.getClass().getMethod("enter").invoke(guard);
  }
}
