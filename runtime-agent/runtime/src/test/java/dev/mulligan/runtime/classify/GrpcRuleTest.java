package dev.mulligan.runtime.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrpcRuleTest {
  private static final Metadata.Key<String> PUSHBACK =
      Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

  @ParameterizedTest
  @CsvSource({
    "OK, PERMANENT",
    "CANCELLED, PERMANENT",
    "UNKNOWN, SYSTEM",
    "INVALID_ARGUMENT, VALIDATION",
    "DEADLINE_EXCEEDED, TRANSIENT",
    "NOT_FOUND, PERMANENT",
    "ALREADY_EXISTS, PERMANENT",
    "PERMISSION_DENIED, AUTHENTICATION",
    "RESOURCE_EXHAUSTED, RATE_LIMITED",
    "FAILED_PRECONDITION, PERMANENT",
    "ABORTED, TRANSIENT",
    "OUT_OF_RANGE, VALIDATION",
    "UNIMPLEMENTED, PERMANENT",
    "INTERNAL, SYSTEM",
    "UNAVAILABLE, TRANSIENT",
    "DATA_LOSS, PERMANENT",
    "UNAUTHENTICATED, AUTHENTICATION"
  })
  void theCodeDecides(Status.Code code, FailureType type) {
    assertThat(Judged.of(code.toStatus().asRuntimeException())).isEqualTo(Judged.as(type));
    assertThat(Judged.of(code.toStatus().asException())).isEqualTo(Judged.as(type));
  }

  @ParameterizedTest
  @EnumSource(Status.Code.class)
  void everyCodeIsKnown(Status.Code code) {
    assertThat(LibraryRules.of(code.toStatus().asException())).isNotNull();
  }

  @Test
  void thePushBackIsAWait() {
    assertThat(Judged.of(unavailable("1500")))
        .isEqualTo(new Judged(FailureType.TRANSIENT, Duration.ofMillis(1500)));
  }

  @Test
  void aPushBackOfZeroLeavesTheBackoffAlone() {
    assertThat(Judged.of(unavailable("0"))).isEqualTo(Judged.as(FailureType.TRANSIENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "", "never", "1.5", "0x10"})
  void aNegativeOrUnreadablePushBackForbidsTheRetry(String value) {
    assertThat(Judged.of(unavailable(value))).isEqualTo(Judged.as(FailureType.PERMANENT));
  }

  @Test
  void otherTrailersMeanNothing() {
    Metadata trailers = new Metadata();
    trailers.put(Metadata.Key.of("other", Metadata.ASCII_STRING_MARSHALLER), "-1");

    assertThat(Judged.of(Status.ABORTED.asException(trailers)))
        .isEqualTo(Judged.as(FailureType.TRANSIENT));
  }

  private static Throwable unavailable(String pushback) {
    Metadata trailers = new Metadata();
    trailers.put(PUSHBACK, pushback);
    return Status.UNAVAILABLE.asRuntimeException(trailers);
  }
}
