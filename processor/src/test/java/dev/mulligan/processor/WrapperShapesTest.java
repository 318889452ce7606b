package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wrappers whose methods have fallbacks, timeouts and asynchronous results, compiled and called.
 */
class WrapperShapesTest {
  @TempDir Path output;

  private final VirtualTime time = VirtualTime.install();
  private final AtomicInteger attempts = new AtomicInteger();
  private URLClassLoader loader;

  @BeforeEach
  void compile() {
    Compilation compilation = Compilation.of(Cases.FOLDER.resolve("behaviour"), output);
    assertThat(compilation.messages()).isEmpty();
    loader = compilation.loader();
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
    time.close();
  }

  @Test
  void aFallbackAnswersAfterTheLastAttempt() throws Throwable {
    Object remote = remote(initiallyFailing(9));

    assertThat(call(remote, "fetch", "url")).isEqualTo("url despite attempt 2");
    assertThat(attempts).hasValue(2);
  }

  @Test
  void aFallbackIsNotAskedAboutFailuresThatItDoesNotName() throws Throwable {
    Object remote =
        remote(
            () -> {
              throw new IllegalArgumentException("not an IOException");
            });

    assertThatThrownBy(() -> call(remote, "fetch", "url"))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStaticFallbackAnswersWithAPrimitive() throws Throwable {
    Object remote = remote(initiallyFailing(1));

    assertThat(call(remote, "count", (Object) new String[] {"a", "b"})).isEqualTo(-2);
    assertThat(call(remote, "count", (Object) new String[0])).isEqualTo("attempt 2".length());
  }

  @Test
  void aFallbackWithoutAResultEndsTheCall() throws Throwable {
    Object remote = remote(initiallyFailing(9));

    call(remote, "send", "text");

    assertThat(call(remote, "lost")).isEqualTo("text");
    assertThat(attempts).hasValue(1);
  }

  @Test
  void anInterfaceAnswersThroughItsDelegate() throws Throwable {
    Object broken = loader.loadClass("com.acme.BrokenMirror").getConstructor().newInstance();
    Object mirror =
        loader
            .loadClass("com.acme.ResilientMirror")
            .getConstructor(loader.loadClass("com.acme.Mirror"))
            .newInstance(broken);

    assertThat(call(mirror, "read", "page")).isEqualTo("page from elsewhere");
  }

  @Test
  void aCallThatTakesTooLongTimesOutAndItsBodyIsInterrupted() throws Throwable {
    CountDownLatch interrupted = new CountDownLatch(1);
    Object remote = remote(() -> waitForInterrupt(interrupted));

    assertThatThrownBy(() -> call(remote, "slow", "unused"))
        .isInstanceOf(CallTimeoutException.class);
    interrupted.await();
  }

  @Test
  void aCallInTimeGivesItsResultOrItsOwnFailure() throws Throwable {
    Object remote = remote(initiallyFailing(1));

    assertThatThrownBy(() -> call(remote, "slowly"))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("attempt 1");
    assertThat(call(remote, "slowly")).isNull();
    assertThat(call(remote, "slow", "unused")).isEqualTo((long) "attempt 3".length());
  }

  @Test
  void anAsynchronousResultIsAskedForAgainWhenItFailsLater() throws Throwable {
    Object remote = remote(initiallyFailing(2));

    assertThat(later(remote, "later", (Object) new String[] {"a"})).isEqualTo("attempt 3");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void anAsynchronousFallbackAnswersWhatWasThrownAtOnce() throws Throwable {
    Object remote = remote(initiallyFailing(9));

    assertThat(later(remote, "laterOrSoon")).isEqualTo("soon, despite attempt 2");
  }

  /** Moves the time once the caller waits, and then waits itself. */
  private String waitForInterrupt(CountDownLatch interrupted) throws InterruptedException {
    while (time.alarms() == 0) {
      Thread.onSpinWait();
    }
    time.advance(Duration.ofSeconds(2));
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException expected) {
      interrupted.countDown();
      throw expected;
    }
  }

  private Object remote(Callable<String> body) throws ReflectiveOperationException {
    return loader
        .loadClass("com.acme.ResilientRemote")
        .getConstructor(Callable.class)
        .newInstance(body);
  }

  private static Object later(Object target, String name, Object... arguments) throws Throwable {
    return ((CompletionStage<?>) call(target, name, arguments)).toCompletableFuture().get();
  }

  private static Object call(Object target, String name, Object... arguments) throws Throwable {
    Method method =
        Arrays.stream(target.getClass().getMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Callable<String> initiallyFailing(int failures) {
    return () -> {
      String attempt = "attempt " + attempts.incrementAndGet();
      if (attempts.get() <= failures) {
        throw new IOException(attempt);
      }
      return attempt;
    };
  }
}
