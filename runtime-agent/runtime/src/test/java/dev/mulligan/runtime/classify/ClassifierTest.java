package dev.mulligan.runtime.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {
  private final Classifier classifier = new Classifier(getClass().getClassLoader());

  static Stream<Arguments> exceptions() {
    return Stream.of(
        Arguments.of(new SocketTimeoutException(), FailureType.NETWORK),
        Arguments.of(new UnknownHostException(), FailureType.NETWORK),
        Arguments.of(new EOFException(), FailureType.NETWORK),
        Arguments.of(new TimeoutException(), FailureType.TRANSIENT),
        Arguments.of(new RuntimeException(), FailureType.TRANSIENT),
        Arguments.of(new SQLTransientConnectionException(), FailureType.NETWORK),
        Arguments.of(new SQLIntegrityConstraintViolationException(), FailureType.VALIDATION),
        Arguments.of(new FileNotFoundException(), FailureType.PERMANENT),
        Arguments.of(new CancellationException(), FailureType.PERMANENT),
        Arguments.of(new InterruptedException(), FailureType.PERMANENT),
        Arguments.of(new NumberFormatException(), FailureType.VALIDATION),
        Arguments.of(new AccessDeniedException("f"), FailureType.AUTHENTICATION),
        Arguments.of(new SecurityException(), FailureType.AUTHENTICATION),
        Arguments.of(new NullPointerException(), FailureType.STRUCTURAL),
        Arguments.of(new NoClassDefFoundError(), FailureType.STRUCTURAL),
        Arguments.of(new OutOfMemoryError(), FailureType.SYSTEM));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void theNearestSuperclassDecides(Throwable thrown, FailureType type) {
    assertThat(classifier.classify(thrown).type()).isEqualTo(type);
  }

  @Test
  void carriersArePeeledOff() {
    EOFException inner = new EOFException();
    Throwable outer =
        new CompletionException(new InvocationTargetException(new UncheckedIOException(inner)));

    Failure failure = classifier.classify(outer);

    assertThat(failure.peeled()).isSameAs(inner);
    assertThat(failure.thrown()).isSameAs(outer);
  }
}
