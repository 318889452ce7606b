package dev.mulligan.runtime.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.security.PrivilegedActionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.client.ResourceAccessException;
import reactor.core.Exceptions;

class CarriersTest {
  static Stream<Throwable> carriers() {
    EOFException inner = new EOFException();
    return Stream.of(
        new CompletionException(inner),
        new ExecutionException(inner),
        new InvocationTargetException(inner),
        new UndeclaredThrowableException(inner),
        new UncheckedIOException(inner),
        new PrivilegedActionException(inner),
        Exceptions.propagate(inner),
        Exceptions.bubble(inner),
        new CompletionException(new InvocationTargetException(new UncheckedIOException(inner))));
  }

  @ParameterizedTest
  @MethodSource("carriers")
  void carriersArePeeledOff(Throwable outer) {
    assertThat(Carriers.peel(outer)).isInstanceOf(EOFException.class);
  }

  @Test
  void otherExceptionsWithACauseAreNot() {
    IllegalStateException outer = new IllegalStateException(new EOFException());

    assertThat(Carriers.peel(outer)).isSameAs(outer);
  }

  @Test
  void aCarrierOfNothingStays() {
    Throwable outer = new CompletionException("nothing", null);

    assertThat(Carriers.peel(outer)).isSameAs(outer);
  }

  @Test
  void aCycleOfCarriersEnds() {
    LoopException one = new LoopException();
    LoopException other = new LoopException();
    one.next = other;
    other.next = one;

    assertThat(Carriers.peel(one)).isIn(one, other);
    assertThat(Judged.of(one)).isEqualTo(Judged.as(FailureType.TRANSIENT));
  }

  @Test
  void aCycleOfALibrarysCarriersEnds() {
    ResourceAccessException outer = new ResourceAccessException("");
    outer.initCause(new CompletionException(outer));

    assertThat(Judged.of(outer)).isEqualTo(Judged.as(FailureType.TRANSIENT));
  }

  @Test
  void aBrokenAccessorOfTheCauseMakesTheFailurePermanent() {
    Throwable outer =
        new CompletionException("", null) {
          @Override
          public synchronized Throwable getCause() {
            throw new IllegalStateException("broken");
          }
        };

    assertThat(Judged.of(outer)).isEqualTo(Judged.as(FailureType.PERMANENT));
    assertThat(outer.getSuppressed()).hasOnlyElementsOfType(IllegalStateException.class);
  }

  private static final class LoopException extends CompletionException {
    private Throwable next;

    @Override
    public synchronized Throwable getCause() {
      return next;
    }
  }
}
