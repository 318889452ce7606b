package dev.mulligan.runtime.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mulligan.annotations.FailsAs;
import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import dev.mulligan.runtime.rejection.RateLimitExceededException;
import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.spi.FailureClassifier;
import dev.mulligan.runtime.spi.FailureContext;
import jakarta.ws.rs.NotFoundException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.client.ResourceAccessException;

class ClassifierTest {
  private static final FailureContext CONTEXT =
      new FailureContext("pay", "Payments#pay", "tenant-7", 2);

  static Stream<Arguments> exceptions() {
    return Stream.of(
        arguments(new SocketTimeoutException(), FailureType.NETWORK),
        arguments(new UnknownHostException(), FailureType.NETWORK),
        arguments(new EOFException(), FailureType.NETWORK),
        arguments(new TimeoutException(), FailureType.TRANSIENT),
        arguments(new RuntimeException(), FailureType.TRANSIENT),
        arguments(new SQLTransientConnectionException(), FailureType.NETWORK),
        arguments(new SQLIntegrityConstraintViolationException(), FailureType.VALIDATION),
        arguments(new FileNotFoundException(), FailureType.PERMANENT),
        arguments(new CancellationException(), FailureType.PERMANENT),
        arguments(new InterruptedException(), FailureType.PERMANENT),
        arguments(new NumberFormatException(), FailureType.VALIDATION),
        arguments(new AccessDeniedException("f"), FailureType.AUTHENTICATION),
        arguments(new SecurityException(), FailureType.AUTHENTICATION),
        arguments(new NullPointerException(), FailureType.STRUCTURAL),
        arguments(new NoClassDefFoundError(), FailureType.STRUCTURAL),
        arguments(new OutOfMemoryError(), FailureType.SYSTEM));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void theNearestSuperclassDecides(Throwable thrown, FailureType type) {
    assertThat(Judged.of(thrown)).isEqualTo(Judged.as(type));
  }

  @FailsAs(FailureType.RATE_LIMITED)
  static class QuotaException extends IllegalArgumentException {}

  static class DailyQuotaException extends QuotaException {}

  @FailsAs(FailureType.PERMANENT)
  static class BlockedException extends QuotaException {}

  @FailsAs(FailureType.TRANSIENT)
  static class StillLoadingException extends NotFoundException {}

  @FailsAs(FailureType.VALIDATION)
  static class BrokenInvariantError extends Error {}

  static Stream<Arguments> declared() {
    return Stream.of(
        arguments(new QuotaException(), FailureType.RATE_LIMITED),
        arguments(new DailyQuotaException(), FailureType.RATE_LIMITED),
        arguments(new BlockedException(), FailureType.PERMANENT),
        arguments(new StillLoadingException(), FailureType.TRANSIENT),
        arguments(new BrokenInvariantError(), FailureType.VALIDATION),
        arguments(new ExecutionException(new QuotaException()), FailureType.RATE_LIMITED));
  }

  @ParameterizedTest
  @MethodSource("declared")
  void whatAnExceptionDeclaresIsStrongerThanTheRules(Throwable thrown, FailureType type) {
    assertThat(Judged.of(thrown)).isEqualTo(Judged.as(type));
  }

  /** Speaks of quotas by the context, of end-of-file always, breaks on illegal states. */
  public static class OwnRules implements FailureClassifier {
    @Override
    public Classification classify(Throwable failure) {
      if (failure instanceof IllegalStateException) {
        throw new ArithmeticException("a broken classifier");
      }
      return failure instanceof EOFException ? Classification.of(FailureType.VALIDATION) : null;
    }

    @Override
    public Classification classify(Throwable failure, FailureContext context) {
      boolean second = failure instanceof QuotaException && context.equals(CONTEXT);
      return second ? Classification.of(FailureType.SYSTEM) : classify(failure);
    }
  }

  @Test
  void aRefusalSaysWhenToComeBack() {
    Duration second = Duration.ofSeconds(1);
    assertThat(hint(new CircuitOpenException("pay", null, second))).isEqualTo(second);
    assertThat(hint(new RateLimitExceededException("pay", null, second))).isEqualTo(second);
    assertThat(hint(new CircuitOpenException("pay", null, Duration.ZERO))).isNull();
  }

  private static @Nullable Duration hint(Throwable failure) {
    return new Classifier(null).classify(failure, () -> CONTEXT).retryAfter();
  }

  @Test
  void theApplicationIsAskedFirstAndToldTheContext(@TempDir Path dir) throws IOException {
    Failure failure = withOwnRules(dir).classify(new QuotaException(), () -> CONTEXT);

    assertThat(failure.type()).isEqualTo(FailureType.SYSTEM);
  }

  @Test
  void withoutAnOpinionOfTheApplicationTheOtherRulesDecide(@TempDir Path dir) throws IOException {
    Classifier classifier = withOwnRules(dir);

    assertThat(classifier.classify(new StillLoadingException(), () -> CONTEXT).type())
        .isEqualTo(FailureType.TRANSIENT);
    assertThat(classifier.classify(new NotFoundException(), () -> CONTEXT).type())
        .isEqualTo(FailureType.PERMANENT);
    assertThat(classifier.classify(new IOException(), () -> CONTEXT).type())
        .isEqualTo(FailureType.NETWORK);
  }

  @Test
  void theApplicationIsAskedAboutWhatALibraryCarries(@TempDir Path dir) throws IOException {
    Throwable thrown = new ResourceAccessException("I/O error", new EOFException());

    assertThat(withOwnRules(dir).classify(thrown, () -> CONTEXT).type())
        .isEqualTo(FailureType.VALIDATION);
  }

  @Test
  void aBrokenClassifierMakesTheFailurePermanent(@TempDir Path dir) throws IOException {
    IllegalStateException thrown = new IllegalStateException();

    Failure failure = withOwnRules(dir).classify(thrown, () -> CONTEXT);

    assertThat(failure.type()).isEqualTo(FailureType.PERMANENT);
    assertThat(thrown.getSuppressed()).hasOnlyElementsOfType(ArithmeticException.class);
  }

  @Test
  void withoutClassifiersNoContextIsBuilt() {
    Classifier classifier = new Classifier(getClass().getClassLoader());

    Failure failure =
        classifier.classify(
            new EOFException(),
            () -> {
              throw new IllegalStateException("nobody needs it");
            });

    assertThat(failure.type()).isEqualTo(FailureType.NETWORK);
  }

  @Test
  void anErrorInsideALibrarysExceptionIsNotRetried() {
    Throwable hidden = new jakarta.ws.rs.ProcessingException("", new OutOfMemoryError());
    assertThat(Judged.of(hidden)).isEqualTo(Judged.as(FailureType.PERMANENT));
  }

  @Test
  void theFirstAttemptIsNumberOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FailureContext("pay", "Payments#pay", null, 0))
        .withMessage("attempt is 0, but the first one is 1");
  }

  private static Classifier withOwnRules(Path dir) throws IOException {
    Path services = dir.resolve("services");
    Files.writeString(services, OwnRules.class.getName());
    return new Classifier(
        new ClassLoader(OwnRules.class.getClassLoader()) {
          @Override
          protected Enumeration<URL> findResources(String name) throws MalformedURLException {
            return name.equals("META-INF/services/" + FailureClassifier.class.getName())
                ? Collections.enumeration(Collections.singleton(services.toUri().toURL()))
                : Collections.emptyEnumeration();
          }
        });
  }
}
