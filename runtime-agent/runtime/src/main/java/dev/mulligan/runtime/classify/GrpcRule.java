package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.spi.Classification;
import org.jspecify.annotations.Nullable;

/**
 * gRPC's status codes, and the server's push-back: a wait in milliseconds, where anything that is
 * no such number means that the call must not be retried (gRFC A6).
 */
final class GrpcRule implements LibraryRule {
  private static final Path CODE = Path.of("getStatus.getCode.name");
  private static final String PUSHBACK = "grpc-retry-pushback-ms";

  @Override
  public @Nullable Opinion of(Throwable failure) {
    String code = CODE.text(failure);
    FailureType type = code == null ? null : type(code);
    if (type == null) {
      return null;
    }
    String pushback = GrpcTrailers.last(failure, PUSHBACK);
    if (pushback == null) {
      return Opinion.of(type);
    }
    return RetryAfter.isWholeNumber(pushback)
        ? Opinion.of(new Classification(type, RetryAfter.millis(pushback)))
        : Opinion.of(type.isRetriable() ? FailureType.PERMANENT : type);
  }

  private static @Nullable FailureType type(String code) {
    return switch (code) {
      case "UNAVAILABLE", "DEADLINE_EXCEEDED", "ABORTED" -> FailureType.TRANSIENT;
      case "RESOURCE_EXHAUSTED" -> FailureType.RATE_LIMITED;
      case "INTERNAL", "UNKNOWN" -> FailureType.SYSTEM;
      case "INVALID_ARGUMENT", "OUT_OF_RANGE" -> FailureType.VALIDATION;
      case "UNAUTHENTICATED", "PERMISSION_DENIED" -> FailureType.AUTHENTICATION;
      case "OK",
          "CANCELLED",
          "NOT_FOUND",
          "ALREADY_EXISTS",
          "FAILED_PRECONDITION",
          "UNIMPLEMENTED",
          "DATA_LOSS" ->
          FailureType.PERMANENT;
      default -> null;
    };
  }
}
