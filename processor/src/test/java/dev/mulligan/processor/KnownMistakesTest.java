package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of retry libraries are known to get wrong: the compiler says it, or it cannot be. */
class KnownMistakesTest {
  private static final String HEADER =
      """
      // -Amulligan.lint=all
      package com.acme;

      import dev.mulligan.annotations.*;
      import java.io.*;
      import java.util.concurrent.*;

      """;

  private static final String IN_CLASS = "public class Example {\npublic int attempts;\n%s\n}\n";

  @TempDir Path sources;
  @TempDir Path output;

  /** The class that was called last, and how often. */
  private Class<?> called = Object.class;

  private int attempts;

  @Test
  void aCallFromTheSameClassIsGuardedByItsWrapper() throws Exception {
    methods(
        """
        @Idempotent @Retry(delay = "0ms")
        void guarded() throws IOException { attempts++; throw new IOException(); }
        public void call() throws IOException { guarded(); }
        """);

    assertThatThrownBy(this::call).isInstanceOf(IOException.class);
    assertThat(attempts).isEqualTo(3);
  }

  @Test
  void aCallFromTheSameObjectThatTheWrapperOfAnInterfaceCannotSeeIsAnErrorAtItsLine()
      throws Exception {
    String said =
        compile(
            """
            interface Example {
              @Retry String read();
              default String readTwice() {
                return read() + read();
              }
            }
            """);
    assertThat(said)
        .contains("Example.java:11:16: error: [MulliganSelfCall]")
        .contains("Example.java:11:25: error: [MulliganSelfCall]");
  }

  @Test
  void aPrivateMethodIsAnErrorAndAPackagePrivateOneIsGuarded() throws Exception {
    assertThat(methods("@Retry private String read() { return null; }"))
        .contains("error: [MulliganPrivateMethod]")
        .contains("weave it with the agent");
    assertThat(methods("@Retry String read() { return null; }")).isEmpty();
  }

  @Test
  void anAnnotationThatDoesNothingIsNeverSilent() throws Exception {
    assertThat(methods("@Retry static void read() {}")).contains("[MulliganStaticMethod]");
    assertThat(methods("@Retry final void read() {}")).contains("[MulliganFinalMethod]");
    assertThat(compile("@Retry class Example { public final void read() {} }"))
        .contains("warning: [MulliganSkipped]");
    assertThat(compile("final class Example { @Retry void read() {} }"))
        .contains("[MulliganFinalType]");
    assertThat(methods("@Retry abstract static class Inner { @Retry abstract void read(); }"))
        .contains("[MulliganAbstractMethod]");
  }

  @Test
  void aFallbackThatDoesNotFitIsAnError() throws Exception {
    String guarded = "@Fallback(\"other\") String read(String key, int size) { return key; }\n";

    assertThat(methods(guarded)).contains("there is no method other");
    assertThat(methods(guarded + "String other(String key) { return key; }"))
        .contains("its parameters must be (String, int)");
    assertThat(methods(guarded + "Object other(String key, int size) { return key; }"))
        .contains("it gives Object, and must give String");
    assertThat(methods(guarded + "String other(String k, int s) throws IOException { return k; }"))
        .contains("it throws IOException");
    assertThat(methods(guarded + "String other(String k, int s, Exception e) { return k; }"))
        .isEmpty();
  }

  @Test
  void aFallbackThatMayBeOneOrTheOtherIsAnError() throws Exception {
    assertThat(
            methods(
                """
                @Fallback("other") String read(String key) { return key; }
                String other(String key) { return key; }
                String other(String key, Exception failure) { return key; }
                """))
        .contains("2 methods of that name fit");
  }

  @Test
  void aFailureThatIsNotRetriedComesOutAsItself() throws Exception {
    methods(
        """
        public static final IllegalArgumentException FAILURE = new IllegalArgumentException();
        @Idempotent @Retry
        public void call() { attempts++; throw FAILURE; }
        """);

    assertThatThrownBy(this::call)
        .isSameAs(called.getField("FAILURE").get(null))
        .hasNoSuppressedExceptions();
    assertThat(attempts).isEqualTo(1);
  }

  @Test
  void theOrderOfPoliciesIsOneWhateverTheOrderOfAnnotationsAndIsDrawn() throws Exception {
    String body = " String read() { return null; } String other() { return null; }";
    methods("@Retry @CircuitBreaker @Fallback(\"other\")" + body);
    String one = wrapper();
    methods("@Fallback(\"other\") @CircuitBreaker @Retry" + body);

    assertThat(wrapper())
        .isEqualTo(one)
        .contains("Fallback( Retry( CircuitBreaker( {@link Example#read} )))");
  }

  @Test
  void aFallbackNeverHidesAFailureFromTheRetryOrTheBreaker() throws Exception {
    methods(
        """
        @Idempotent @CircuitBreaker @Fallback("other") @Retry(delay = "0ms")
        public void call() throws IOException { attempts++; throw new IOException(); }
        void other() {}
        """);

    call();

    assertThat(attempts).isEqualTo(3);
  }

  @Test
  void settingsThatContradictEachOtherAreAnError() throws Exception {
    String custom =
        """
        static class Own implements CustomBackoff {
          public java.time.Duration delay(int attempt, Throwable failure, java.time.Duration last) { return null; }
        }
        """;
    assertThat(methods(custom + "@Retry(custom = Own.class) String read() { return null; }"))
        .doesNotContain("[Mulligan");
    assertThat(
            methods(
                custom
                    + "@Retry(custom = Own.class, backoff = Backoff.FIXED) String read() { return"
                    + " null; }"))
        .contains("custom = com.acme.Example$Own replaces it; leave one of the two out");
    assertThat(methods("@Retry(delay = \"2m\") String read() { return null; }"))
        .contains("must not be below delay = 2m");
    assertThat(methods("@Retry(maxAttempts = 0) String read() { return null; }"))
        .contains("must be between 1 and 1000000");
  }

  @Test
  void aNameThatMeansTwoThingsIsAnError() throws Exception {
    assertThat(
            methods(
                """
                @CircuitBreaker(name = "backend", failureRate = 20) String read() { return null; }
                @CircuitBreaker(name = "backend") String find() { return null; }
                """))
        .contains("has other values than at com.acme.Example#read");
  }

  @Test
  void aTimeoutOnABlockingMethodWorksAndOneOnAnUnknownFutureIsAnError() throws Exception {
    assertThat(methods("@Timeout(\"1s\") String read() { return null; }")).isEmpty();
    assertThat(methods("@Timeout(\"1s\") Future<String> read() { return null; }"))
        .contains("[MulliganAsyncResult]");
  }

  @Test
  void limitsOfTimeThatDoNotFitTogetherAreSaid() throws Exception {
    assertThat(
            methods("@Retry(maxDuration = \"5s\") @Timeout(\"6s\") String read() { return null; }"))
        .contains("error: [MulliganBadPolicy]");
    assertThat(
            methods("@Retry(maxDuration = \"5s\") @Timeout(\"2s\") String read() { return null; }"))
        .contains("warning: [MulliganTimeRunsOut]");
  }

  @Test
  void aTransactionAroundAllAttemptsIsAWarning() throws Exception {
    assertThat(
            methods(
                "@org.springframework.transaction.annotation.Transactional @Retry String find() {"
                    + " return null; }"))
        .contains("warning: [MulliganInsideTransaction]");
  }

  @Test
  void aBodyThatSwallowsItsFailuresIsAWarning() throws Exception {
    assertThat(
            methods(
                "@Retry String read() { try { return call(); } catch (Exception e) { return null; }"
                    + " } String call() { return null; }"))
        .contains("warning: [MulliganSwallowedFailure]");
  }

  @Test
  void aRetryOfWhatMayNotBeDoneTwiceIsAWarning() throws Exception {
    assertThat(methods("@Retry void charge(long cents) {}"))
        .contains("warning: [MulliganNotIdempotent]");
    assertThat(methods("@Retry void charge(long cents, String idempotencyKey) {}")).isEmpty();
  }

  private String methods(String code) throws IOException {
    return compile(IN_CLASS.formatted(code));
  }

  private String compile(String code) throws IOException {
    Files.createDirectories(sources.resolve("transaction"));
    Files.writeString(
        sources.resolve("transaction/Transactional.java"),
        "package org.springframework.transaction.annotation;\n"
            + "public @interface Transactional {}\n");
    Files.writeString(sources.resolve("Example.java"), HEADER + code);
    return Compilation.of(sources, output).messages();
  }

  private String wrapper() throws IOException {
    String source = Files.readString(output.resolve("com/acme/ResilientExample.java"));
    return Pattern.compile("\\s+").matcher(source).replaceAll(" ");
  }

  private void call() throws Exception {
    try (URLClassLoader loader = new Compilation(List.of(), output).loader()) {
      Class<?> wrapper = loader.loadClass("com.acme.ResilientExample");
      called = wrapper.getSuperclass();
      Object example = wrapper.getConstructor().newInstance();
      try {
        wrapper.getMethod("call").invoke(example);
      } catch (InvocationTargetException e) {
        throw (Exception) e.getCause();
      } finally {
        attempts = called.getField("attempts").getInt(example);
      }
    }
  }
}
